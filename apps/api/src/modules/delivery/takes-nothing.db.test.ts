import type { SendOutcome } from '@sampai/carriers';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { usePost } from './testing/post.ts';

const broken: SendOutcome = { kind: 'deferred', scope: 'route', reply: 'ESME_RSYSERR (0x08)' };

const post = usePost();
beforeEach(async () => {
  await post.judgeFrom(5);
  await post.stopClock();
  post.carrier.answer = () => broken;
  await post.work();
});

async function close(): Promise<string[]> {
  const refs: string[] = [];
  for (let n = 0; n < 6; n += 1) refs.push(await post.queue(`m${n}`));
  await post.house.until(() => post.healthOf(post.lane).includes('CLOSED'));
  return refs;
}

describe('a carrier that takes nothing', () => {
  it('closes its lane by five messages that fail, and not by five tries of one, nor is it called well', async () => {
    const ref = await post.queue('alone');
    for (let tries = 1; tries <= 6; tries += 1) {
      await post.house.until(async () => Number((await post.rowOf(ref))?.attempts) === tries);
      await post.later(2 ** tries);
    }
    await post.allJudged();
    expect(post.healthOf(post.lane)).toEqual([]);
    const said = vi.spyOn(post.house.log, 'warn');
    await close();
    expect(post.healthOf(post.lane)).toEqual(['CLOSED']);
    await post.house.until(() => said.mock.calls.some(([, what]) => what === 'a lane changed its health'));
    said.mockRestore();
  });

  it('does not by what one person asks for again and again', async () => {
    for (let n = 0; n < 6; n += 1) {
      const ref = await post.queue(`again${n}`, { to: 'siapa' });
      await post.house.until(async () => (await post.rowOf(ref))?.reply);
    }
    await post.allJudged();
    expect(post.healthOf(post.lane)).toEqual([]);
  });

  it('keeps it closed however long nobody uses it, until three messages in a row are accepted', async () => {
    await close();
    await post.house.database.query(`UPDATE message SET state = 'DROPPED' WHERE lane = $1`, [post.lane]);
    await post.later(3 * 3_600);
    await post.allJudged();
    expect(post.healthOf(post.lane)).toEqual(['CLOSED']);

    post.carrier.answer = () => undefined;
    await post.inState(await post.queue('first'), 'SENT_ON');
    await post.inState(await post.queue('second'), 'SENT_ON');
    post.carrier.answer = () => broken;
    const fails = await post.queue('fails');
    await post.house.until(async () => (await post.rowOf(fails))?.reply);
    post.carrier.answer = () => undefined;
    await post.inState(await post.queue('third'), 'SENT_ON');
    await post.allJudged();
    expect(post.healthOf(post.lane)).toEqual(['CLOSED']);
    await post.inState(await post.queue('fourth'), 'SENT_ON');
    await post.inState(await post.queue('fifth'), 'SENT_ON');
    await post.house.until(() => post.healthOf(post.lane).includes('AMBER'));
    expect(post.healthOf(post.lane)).toEqual(['CLOSED', 'AMBER']);
  });

  it('is not called slow, once it takes messages again, for what waited while it took none', async () => {
    const refs = await close();
    await post.later(46);
    for (const ref of refs) await post.house.until(() => post.stuckOf(ref).length > 0);
    await post.settled();
    post.carrier.answer = () => undefined;
    await post.later(10);
    for (const ref of refs) await post.inState(ref, 'SENT_ON');
    await post.house.until(() => post.healthOf(post.lane).includes('AMBER'));
    await post.allJudged();
    expect(post.healthOf(post.lane)).toEqual(['CLOSED', 'AMBER']);
  });
});
