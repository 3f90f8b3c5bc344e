import type { SendOutcome } from '@sampai/carriers';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FakeCarrier } from '#testing/fake-carrier';
import { usePost } from './testing/post.ts';
import { useRelays } from './testing/relays.ts';

const broken: SendOutcome = { kind: 'deferred', scope: 'lane', reply: '451 4.3.2 not now' };
const dead: SendOutcome = { kind: 'unknown', reason: 'the line broke' };

const post = usePost();
const relays = useRelays(post);
const { closed, decisions, later, standing, work } = relays;
let first: FakeCarrier;
let second: FakeCarrier;
beforeEach(async () => {
  await post.judgeFrom(5, 3);
  ({ first, second } = relays.begin());
});

/** So many messages wait when a worker comes, fail over the first route, and go by the second one when their time comes. */
async function failAtOnce(many: number, answer = broken): Promise<void> {
  first.answer = () => answer;
  const refs: string[] = [];
  for (let n = 0; n < many; n += 1) refs.push(await post.queue(`fails${n}`));
  await work();
  for (const ref of refs) await post.house.until(async () => (await post.rowOf(ref))?.reply);
  await post.house.advance(6);
  for (const ref of refs) await post.inState(ref, 'SENT_ON');
}

describe('a route that fails three messages in a row', () => {
  it('rests for all workers, also for one that is started when the one that saw it is gone', async () => {
    first.answer = () => broken;
    for (let n = 0; n < 3; n += 1) await post.queue(`fails${n}`);
    const one = await work();
    const other = await work();
    await post.house.until(async () => (await standing())?.rests);
    await post.house.until(() => other.routes.pick(post.lane, 1)?.name === second.route);
    await one.stop();
    await other.stop();
    const next = await work();
    expect(next.routes.pick(post.lane, 1)?.name).toBe(second.route);
    expect(await decisions()).toEqual(['UNKNOWN -> rests']);
    expect(next.routes.pick('mail:other.example', 1)?.name).toBe(first.route);
    await later(16);
    await post.house.until(() => next.routes.pick(post.lane, 1)?.name === first.route);
  });

  it('rests in every lane where its line broke, and not only in that of the messages', async () => {
    await failAtOnce(3, dead);
    const { routes } = await work();
    await post.house.until(async () => (await standing('*'))?.rests);
    expect(routes.pick('mail:other.example', 1)?.name).toBe(second.route);
    expect(await decisions('*')).toEqual(['UNKNOWN -> rests']);
  });
});

describe('a route over which nothing is accepted', () => {
  it('is closed by the rules of lanes, and its lane is not while another one takes them', async () => {
    await failAtOnce(6);
    await closed();
    expect(await standing()).toMatchObject({ reason: 'no-acceptance' });
    await post.house.until(() => post.healthOf(post.lane).length > 0);
    expect(post.healthOf(post.lane)).toEqual(['GREEN']);
    const tried = first.sent.length;
    await post.inState(await post.queue('next'), 'SENT_ON');
    expect(first.sent).toHaveLength(tried);
  });

  it('closes its lane where no other one is in order', async () => {
    second.answer = () => broken;
    first.answer = () => broken;
    for (let n = 0; n < 6; n += 1) await post.queue(`fails${n}`);
    await work();
    await closed();
    for (let n = 0; n < 6; n += 1) await post.queue(`more${n}`);
    await post.house.until(() => post.healthOf(post.lane).includes('CLOSED'));
  });

  it('is tried by one message in 30 s, by whichever worker, and is in use again when it took three in a row', async () => {
    await failAtOnce(6);
    await closed();
    await Promise.all([work(), work()]);
    first.answer = () => undefined;
    let tried = first.sent.length;
    for (let probe = 1; probe <= 3; probe += 1) {
      await later(31);
      await post.house.until(async () => {
        const refs = [await post.queue(`p${probe}`), await post.queue(`q${probe}`)];
        for (const ref of refs) await post.inState(ref, 'SENT_ON');
        return first.sent.length > tried;
      });
      for (let n = 0; n < 6; n += 1) await post.inState(await post.queue(`r${probe}${n}`), 'SENT_ON');
      if (probe < 3) expect(first.sent).toHaveLength(tried + 1);
      tried = first.sent.length;
    }
    await post.house.until(async () => (await standing())?.state === 'AMBER');
    await post.house.until(async () => {
      await post.inState(await post.queue('again'), 'SENT_ON');
      return first.sent.length > tried;
    });
    for (const place of [post.lane, '*'])
      expect((await decisions(place)).filter((said) => !said.endsWith('rests'))).toEqual([
        ...['UNKNOWN -> CLOSED', 'CLOSED -> AMBER'],
      ]);
  });

  it('says nothing of its lane when it fails a message that tries it, which goes by the other one', async () => {
    await failAtOnce(6);
    await closed();
    await work(); // who saw it break waits for a moment before it tries
    await later(31);
    const tried = first.sent.length;
    const refs: string[] = [];
    await post.house.until(async () => {
      refs.push(await post.queue(`p${refs.length}`));
      await post.house.until(async () => (await post.rowOf(refs.at(-1) ?? ''))?.reply);
      return first.sent.length > tried;
    });
    await post.house.advance(1); // one second later by the other one
    for (const ref of refs) await post.inState(ref, 'SENT_ON');
    const [minute] = await post.house.database.query(
      `SELECT sum(probed)::int AS probed, sum(failing)::int AS failing FROM lane_minute WHERE lane = $1 AND route = $2`,
      [post.lane, first.route],
    );
    expect(minute).toEqual({ probed: 1, failing: 6 });
    expect(await standing()).toMatchObject({ state: 'CLOSED', good: 0 });
  });
});
