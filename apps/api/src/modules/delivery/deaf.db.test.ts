import { type openCarrier, readCarriersFile } from '@sampai/carriers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Notices, openNotices } from '#platform/notices';
import { type FakeCarrier, fakeCarrier } from '#testing/fake-carrier';
import { followRoutes, openRoutes, runLanesCommand } from './index.ts';
import { deafRoutes } from './store/ears.ts';
import { usePost } from './testing/post.ts';

const WHY = 'ESME_RBINDFAIL (0x0d)';

const post = usePost();
let notices: Notices;
let route: string;
let lane: string;
let hearing: string;
let test = 0;
let followed: { stop(): void }[] = [];
beforeAll(async () => {
  notices = await openNotices(post.house.database.url, post.house.log);
});
afterAll(() => notices.close());
beforeEach(async () => {
  await post.judgeFrom(5, 3);
  test += 1;
  [route, lane, hearing] = [`deaf${test}`, `sms:deaf${test}`, `sms:hears${test}`];
});
afterEach(() => {
  for (const { stop } of followed) stop();
  followed = [];
});

type Ears = { bound: boolean };
/** A carrier that gives a receiver, or none. */
const carrierWith = (name: string, ears: Ears): FakeCarrier =>
  Object.assign(fakeCarrier(name, 'SMS'), {
    hears: () => ears.bound,
    deaf: () => (ears.bound ? undefined : WHY),
  });
/** A worker with two binds that return receipts: of the test's lane, and of one whose receiver stands. */
async function work(ears: Ears) {
  const bind = (name: string, its: string) => ({
    ...{ name, kind: 'smpp', host: '127.0.0.1', port: 1, systemId: 's', lanes: [its], bundled: true },
  });
  const sender = { name: 'Sampai', address: 'sampai@pajak.example', host: 'localhost' };
  const routes = [bind(route, lane), bind(`hears${test}`, hearing)];
  const carriers = [carrierWith(route, ears), carrierWith(`hears${test}`, { bound: true })];
  const open = (async ({ name }: { name: string }) =>
    carriers.find((one) => one.route === name)) as unknown as typeof openCarrier;
  const opened = await openRoutes(readCarriersFile(JSON.stringify({ sender, routes }), 'test'), open);
  followed.push(await followRoutes({ ...post.house, notices, routes: opened }));
  await post.work({ by: opened });
}
const isDeaf = async () => (await deafRoutes(post.house.db.read)).includes(route);
const look = () => post.house.database.query(`SELECT pg_notify('lane_changed', '')`);
const said = async () =>
  (await post.house.database.query(`SELECT * FROM route_health WHERE lane = '*' AND route = $1`, [route]))[0];
/** What was said of it has been so for six seconds, and workers look again. */
async function lasting(): Promise<void> {
  await post.house.until(async () => (await said())?.deaf_since);
  await post.house.database.query(
    `UPDATE route_health SET deaf_since = clock_timestamp() - interval '6 seconds' WHERE route = $1`,
    [route],
  );
  await look();
}
const awaited = async (ref: string) =>
  (await post.house.database.query('SELECT patience_until FROM message WHERE content_ref = $1', [ref]))[0]
    ?.patience_until;
async function sendAll(many: number, to = lane): Promise<string[]> {
  const refs: string[] = [];
  for (let n = 0; n < many; n += 1) refs.push(await post.queue(`${to.slice(4)}-${n}`, { lane: to }));
  for (const ref of refs) await post.inState(ref, 'SENT_ON');
  return refs;
}
/** A minute goes by, in which what waits for a receipt elsewhere is found. */
async function untilOthersAreLate(): Promise<void> {
  const [other = ''] = await sendAll(1, hearing);
  await post.house.advance(61);
  await post.house.until(() => post.stuckOf(other).length > 0);
}
const lateIn = async (its: string) =>
  (
    await post.house.database.query(
      'SELECT coalesce(sum(late), 0)::int AS late, coalesce(sum(on_time), 0)::int AS "onTime" FROM lane_minute WHERE lane = $1',
      [its],
    )
  )[0];

describe('a route that takes messages while its receiver is not bound', () => {
  it('makes no message late and no lane slow, and is no proof that one is quick', async () => {
    await work({ bound: false });
    await lasting();
    const refs = await sendAll(6);
    await look();
    for (const ref of refs) await post.house.until(async () => (await awaited(ref)) === null);
    await untilOthersAreLate();
    expect(refs.flatMap(post.stuckOf)).toEqual([]);
    expect(await lateIn(lane)).toEqual({ late: 0, onTime: 0 });
    await post.house.until(async () => (await lateIn(hearing))?.late === 1);
    await post.house.until(() => post.healthOf(lane).length > 0);
    expect(post.healthOf(lane)).toEqual(['GREEN']);
  });

  it('leaves what it had taken before without a time by which it would be late', async () => {
    const ears = { bound: true };
    await work(ears);
    const [ref = ''] = await sendAll(1);
    expect(await awaited(ref)).not.toBeNull();
    ears.bound = false;
    await look();
    await lasting();
    await post.house.until(async () => (await awaited(ref)) === null);
    await untilOthersAreLate();
    expect(post.stuckOf(ref)).toEqual([]);
    expect(await isDeaf()).toBe(true);
  });

  it('is told to the operator in a sentence, with the reason, and by the metrics', async () => {
    await work({ bound: false });
    await lasting();
    await post.house.delivery.measure();
    const metric = await post.house.metrics.registry.getSingleMetricAsString('sampai_route_deaf');
    expect(metric).toContain(`sampai_route_deaf{route="${route}"} 1`);
    expect(metric).not.toContain(`hears${test}`);
    expect(await runLanesCommand(post.house.db.read, [])).toMatch(
      new RegExp(
        `every lane\n    over ${route}  UNKNOWN  [^\n]*; takes messages, receipts do not arrive: receiver not bound \\(ESME_RBINDFAIL \\(0x0d\\)\\), since `,
      ),
    );
  });

  it('awaits receipts again as soon as it is bound', async () => {
    const ears = { bound: false };
    await work(ears);
    await lasting();
    expect(await isDeaf()).toBe(true);
    ears.bound = true;
    await look();
    await post.house.until(async () => !(await isDeaf()));
    const [ref = ''] = await sendAll(1);
    expect(await awaited(ref)).not.toBeNull();
    expect(await runLanesCommand(post.house.db.read, [])).not.toMatch(
      new RegExp(`over ${route}  .*receipts do not arrive`),
    );
  });
});

describe('nobody is called deaf', () => {
  it('while another worker hears: a receipt goes to any line of an account', async () => {
    await work({ bound: false });
    await work({ bound: true });
    await lasting();
    await post.house.until(async () => (await said())?.heard_at);
    expect(await isDeaf()).toBe(false);
  });

  it('for a receiver that only comes up again', async () => {
    await work({ bound: false });
    await post.house.until(async () => (await said())?.deaf_since);
    expect(await isDeaf()).toBe(false);
  });

  it('by the word of a worker that is gone', async () => {
    await work({ bound: false });
    await lasting();
    expect(await isDeaf()).toBe(true);
    for (const { stop } of followed.splice(0)) stop();
    await post.house.database.query(
      `UPDATE route_health SET deaf_at = clock_timestamp() - interval '11 seconds' WHERE route = $1`,
      [route],
    );
    expect(await isDeaf()).toBe(false);
  });
});
