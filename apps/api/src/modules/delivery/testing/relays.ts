import { type openCarrier, readCarriersFile } from '@sampai/carriers';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Notices, openNotices } from '#platform/notices';
import { type FakeCarrier, fakeCarrier } from '#testing/fake-carrier';
import { followRoutes, openRoutes } from '../index.ts';
import type { usePost } from './post.ts';

/** Two relays in memory for all mail, and workers over them that know how routes stand. */
export function useRelays(post: ReturnType<typeof usePost>) {
  let notices: Notices;
  let first: FakeCarrier;
  let second: FakeCarrier;
  let test = 0;
  let followed: { stop(): void }[] = [];
  beforeAll(async () => {
    notices = await openNotices(post.house.database.url, post.house.log);
  });
  afterAll(() => notices.close());
  afterEach(() => {
    for (const { stop } of followed) stop();
    followed = [];
  });

  /** A worker with the two relays, or with these. */
  async function work(relays = [first, second]) {
    const relay = (name: string) => ({
      ...{ name, kind: 'smtp', host: '127.0.0.1', port: 1, lanes: ['mail:*'], bundled: true },
    });
    const sender = { name: 'Sampai', address: 'sampai@pajak.example', host: 'localhost' };
    const file = JSON.stringify({ sender, routes: relays.map(({ route }) => relay(route)) });
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
  /** Later, and workers look at once how routes stand. */
  async function later(seconds: number): Promise<void> {
    await post.house.advance(seconds);
    await post.house.database.query(`SELECT pg_notify('lane_changed', '')`);
  }
  const closed = () => post.house.until(async () => (await standing())?.state === 'CLOSED');

  return {
    /** Before each test: relays of its own. */
    begin() {
      test += 1;
      first = fakeCarrier(`first${test}`, 'EMAIL');
      second = fakeCarrier(`second${test}`, 'EMAIL');
      return { first, second };
    },
    work,
    standing,
    decisions,
    later,
    closed,
  };
}
