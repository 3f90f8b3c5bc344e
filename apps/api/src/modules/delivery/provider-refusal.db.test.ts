import type { SendOutcome } from '@sampai/carriers';
import { describe, expect, it } from 'vitest';
import { openNotices } from '#platform/notices';
import { wakeLane } from './store/lanes.ts';
import { usePost } from './testing/post.ts';

const refusal: SendOutcome = {
  ...{ kind: 'deferred', scope: 'lane', signal: 'stop', reply: '421 4.7.28 unusual rate' },
};

const post = usePost();

/** The first refusals answer what was in hand; the next one holds the lane. */
async function held(): Promise<void> {
  await post.house.until(async () => Number((await post.paceOf(post.lane))?.stops) === 1);
  await post.house.advance(11);
  await post.house.until(async () => (await post.paceOf(post.lane))?.held);
}

describe('a provider that refuses us as a whole', () => {
  it('holds its lane at the second refusal, closes it, and tells who waits there at once', async () => {
    post.carrier.answer = () => refusal;
    await post.work();
    const refs = [await post.queue('one'), await post.queue('two'), await post.queue('three')];
    await post.house.until(() => post.healthOf(post.lane).includes('RED'));
    await held();
    await post.house.until(() => post.healthOf(post.lane).includes('CLOSED'));
    for (const ref of refs) await post.house.until(() => post.stuckOf(ref).length > 0);
    for (const ref of refs) expect(['provider-refusal', 'no-progress']).toContain(post.stuckOf(ref)[0]);
    const decisions = await post.house.until(async () => {
      const found = await post.house.database.query(
        'SELECT kind, becomes, reason FROM lane_decision WHERE lane = $1 ORDER BY id',
        [post.lane],
      );
      return found.some(({ becomes }) => becomes === 'CLOSED') && found;
    });
    expect(decisions).toContainEqual({ kind: 'HEALTH', becomes: 'CLOSED', reason: 'provider-refusal' });
    expect(decisions).toContainEqual({ kind: 'PACE', becomes: '0.17/s', reason: 'provider-refusal' });
  });

  it('is known to those who remember how lanes do before those who wait in it look', async () => {
    const ref = await post.queue('waits');
    const notices = await openNotices(post.house.database.url, post.house.log);
    const heard: string[] = [];
    for (const channel of ['lane_changed', 'content_changed'] as const)
      await notices.listen(channel, (payload) => void heard.push(payload));
    await post.house.database.query(`SELECT pg_notify('content_changed', 'from before')`);
    await post.house.until(() => heard.includes('from before'));
    heard.length = 0;
    await post.house.db.inTransaction((tx) => wakeLane(tx, post.lane));
    await post.house.until(() => heard.length >= 2);
    await notices.close();
    expect(heard).toEqual([post.lane, ref]);
  });

  it('ends the patience of those in its lane whom nobody has tried yet', async () => {
    post.carrier.answer = () => refusal;
    await post.stopClock();
    const untried = await post.queue('untried');
    await post.house.database.query(
      `UPDATE message SET not_before = app_now() + interval '1 hour' WHERE content_ref = $1`,
      [untried],
    );
    await post.work();
    for (const name of ['one', 'two']) await post.queue(name);
    await post.house.until(() => post.healthOf(post.lane).includes('RED'));
    await post.house.until(() => post.stuckOf(untried).includes('no-progress'));
  });

  it('delays no other lane (R42)', async () => {
    post.carrier.answer = () => refusal;
    const other = post.openLane();
    await post.work();
    for (let n = 0; n < 10; n += 1) await post.queue(`held${n}`);
    await held();
    const ref = await post.queue('free', { lane: other.lane });
    await post.inState(ref, 'SENT_ON');
    expect(post.healthOf(other.lane)).not.toContain('CLOSED');
  });

  it('gets its probes from the trickle, and its lane opens when three are accepted', async () => {
    let refusing = true;
    post.carrier.answer = () => (refusing ? refusal : undefined);
    await post.stopClock();
    await post.work();
    const refs: string[] = [];
    for (let n = 0; n < 12; n += 1) refs.push(await post.queue(`m${n}`));
    await held();
    await post.house.until(() => post.healthOf(post.lane).includes('CLOSED'));
    await post.settled();
    refusing = false;
    const tried = post.carrier.sent.length;
    for (let probe = 1; probe <= 3; probe += 1) {
      await post.later(7); // one message by the trickle
      await post.house.until(async () => (await post.paceOf(post.lane))?.good === probe);
      expect(Boolean((await post.paceOf(post.lane))?.held)).toBe(probe < 3);
    }
    await post.house.until(() => post.healthOf(post.lane).at(-1) === 'AMBER'); // half open
    expect(post.carrier.sent.length - tried).toBe(3);
    for (const ref of refs)
      await post.house.until(async () => {
        await post.house.advance(2);
        return (await post.rowOf(ref))?.state === 'SENT_ON';
      });
  });
});
