import { type openCarrier, readCarriersFile, type SendOutcome } from '@sampai/carriers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Notices, openNotices } from '#platform/notices';
import { type FakeCarrier, fakeCarrier } from '#testing/fake-carrier';
import { followRoutes, openRoutes } from './index.ts';
import { usePost } from './testing/post.ts';

const broken: SendOutcome = { kind: 'deferred', scope: 'lane', reply: '451 4.3.2 not now' };
const dead: SendOutcome = { kind: 'unknown', reason: 'the line broke' };
const ourIp: SendOutcome = {
  ...{ kind: 'deferred', scope: 'lane', signal: 'stop', limit: 'ip', reply: '421 4.7.28 your IP' },
};

const post = usePost();
let notices: Notices;
let first: FakeCarrier;
let second: FakeCarrier;
let test = 0;
let followed: { stop(): void }[] = [];
beforeAll(async () => {
  notices = await openNotices(post.house.database.url, post.house.log);
});
afterAll(() => notices.close());
beforeEach(async () => {
  await post.judgeFrom(5, 3);
  test += 1;
  first = fakeCarrier(`first${test}`, 'EMAIL');
  second = fakeCarrier(`second${test}`, 'EMAIL');
});
afterEach(() => {
  for (const { stop } of followed) stop();
  followed = [];
});

/** A worker with two relays for all mail. */
async function work() {
  const relay = (name: string) => ({
    ...{ name, kind: 'smtp', host: '127.0.0.1', port: 1, lanes: ['mail:*'], bundled: true },
  });
  const sender = { name: 'Sampai', address: 'sampai@pajak.example', host: 'localhost' };
  const file = JSON.stringify({ sender, routes: [relay(first.route), relay(second.route)] });
  const open = (async ({ name }: { name: string }) =>
    name === first.route ? first : second) as unknown as typeof openCarrier;
  const routes = await openRoutes(readCarriersFile(file, 'test'), open);
  followed.push(await followRoutes({ ...post.house, notices, routes }));
  return { routes, ...(await post.work({ by: routes })) };
}
/** The first route, in the lane of the test or, by `*`, as a whole. */
const standing = async (of = post.lane) =>
  (
    await post.house.database.query(
      'SELECT *, rests_until > app_now() AS rests FROM route_health WHERE lane = $1 AND route = $2',
      [of, first.route],
    )
  )[0];
const decisions = async (of = post.lane) =>
  (
    await post.house.database.query(
      `SELECT was, becomes FROM lane_decision WHERE lane = $1 AND route = $2 AND kind = 'ROUTE' ORDER BY id`,
      [of, first.route],
    )
  ).map(({ was, becomes }) => `${was} -> ${becomes}`);
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
/** Later, and workers look at once how routes stand. */
async function later(seconds: number): Promise<void> {
  await post.house.advance(seconds);
  await post.house.database.query(`SELECT pg_notify('lane_changed', '')`);
}
const closed = () => post.house.until(async () => (await standing())?.state === 'CLOSED');

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

describe('a route whose IP the provider refuses', () => {
  it('is closed for half an hour, for all workers, before it is tried again', async () => {
    await work();
    const other = await work();
    first.answer = () => ourIp;
    const ref = await post.queue('refused');
    await closed();
    await post.house.until(() => other.routes.pick(post.lane, 1)?.name === second.route);
    await post.house.advance(2);
    await post.inState(ref, 'SENT_ON');
    expect(await decisions()).toContain('UNKNOWN -> CLOSED');
    expect(await standing()).toMatchObject({ reason: 'provider-refusal' });

    first.answer = () => undefined;
    await later(29 * 60);
    for (let n = 0; n < 6; n += 1) await post.inState(await post.queue(`waits${n}`), 'SENT_ON');
    expect(first.sent).toHaveLength(1);
    await later(2 * 60);
    await post.house.until(async () => {
      await post.inState(await post.queue('tries'), 'SENT_ON');
      return first.sent.length > 1;
    });
  });
});
