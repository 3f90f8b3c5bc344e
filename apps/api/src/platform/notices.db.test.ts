import pino from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '#testing/database';
import { type Notices, openNotices } from './notices.ts';

let database: TestDatabase;
let notices: Notices;
let heard: string[];
beforeEach(async () => {
  database = await cloneDatabase();
  notices = await openNotices(database.url, pino({ level: 'silent' }));
  heard = [];
});
afterEach(async () => {
  await notices.close();
  await database.drop();
});

const tell = (payload: string) => database.query(`SELECT pg_notify('news', $1)`, [payload]);
async function until(look: () => boolean): Promise<void> {
  const end = performance.now() + 5_000;
  while (!look()) {
    if (performance.now() > end) throw new Error('it did not happen within 5 s');
    await new Promise((resume) => setTimeout(resume, 5));
  }
}

it('hears again after its connection was cut, and says that something may have been missed', async () => {
  let gaps = 0;
  await notices.listen('news', (payload) => heard.push(payload));
  notices.onGap(() => {
    gaps += 1;
  });
  await tell('one');
  await until(() => heard.length === 1);
  const [{ cut } = {}] = await database.query(
    `SELECT count(pg_terminate_backend(pid))::int AS cut FROM pg_stat_activity
     WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  );
  expect(cut).toBe(1);
  await until(() => gaps === 1);
  await tell('two');
  await until(() => heard.length === 2);
  expect(heard).toEqual(['one', 'two']);
});

it('tells all who listen until they stop, each of their own channel', async () => {
  const others: string[] = [];
  const stop = await notices.listen('news', (payload) => heard.push(payload));
  await notices.listen('news', (payload) => others.push(payload));
  await notices.listen('gossip', () => heard.push('gossip'));
  await tell('one');
  await until(() => others.length === 1);
  stop();
  await tell('two');
  await until(() => others.length === 2);
  expect(heard).toEqual(['one']);
});
