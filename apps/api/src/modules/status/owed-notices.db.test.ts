import { afterAll, beforeEach, expect, it } from 'vitest';
import { appNow } from '#platform/database';
import { type House, openHouse } from '#testing/house';
import { askCode } from '#testing/tokens';
import { type Health, runStatusCommand } from './index.ts';

/** Somebody waits for a lock in this database. */
const WAITING = `SELECT 1 FROM pg_locks WHERE NOT granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

let house: House;
/** Ani and Budi wait for a code by Gmail, which has been closed for twenty minutes. */
beforeEach(async () => {
  await house?.close();
  house = await openHouse();
  await waitFor('ani', 'budi');
  await tell('CLOSED');
  await later(20);
});
afterAll(() => house.close());

async function waitFor(...names: string[]): Promise<void> {
  for (const name of names) {
    const email = `${name}@gmail.com`;
    const { id } = await house.taxpayer({ name, email, passwordHash: 'none' });
    await askCode(house, id, { to: email });
  }
  await house.advance(90);
}
async function tell(to: Health) {
  const at = await appNow(house.db.read);
  const lane = { lane: 'mail:gmail', listed: true, name: 'Gmail', channel: 'EMAIL' } as const;
  await house.db.inTransaction((tx) =>
    house.status.laneChanged(tx, { ...lane, from: 'GREEN', to, reason: 'slow', at }),
  );
}
async function later(minutes: number) {
  await house.advance(minutes * 60);
  await house.db.inTransaction(house.status.sweep);
}
const arrive = () =>
  house.database.query(
    `INSERT INTO lane_minute (lane, route, minute, accepted, on_time) VALUES ('mail:gmail', '', date_trunc('minute', app_now()), 9, 9)`,
  );
async function recover() {
  await tell('GREEN');
  await house.advance(120);
  await arrive();
  await later(14);
}
const type = (...words: string[]) => runStatusCommand(house.statusNeeds, [...words, '--by', 'Siti']);
const BOTH = ['--id', 'Sudah diperbaiki.', '--en', 'It is mended.'];
/** The newest incident is closed although its lane is in trouble, and the people it hit are found. */
async function closeAlthough() {
  const [row] = await house.database.query('SELECT id FROM incident WHERE until IS NULL');
  await type('close', String(row?.id).slice(-12), ...BOTH, '--although', 'The probe is broken.');
  await runJobs();
}
/** Runs what waits, in the order in which it was added, the other one, or at once, to the last of it; says how many jobs there were. */
async function runJobs(order: 'ASC' | 'DESC' | 'AT ONCE' = 'ASC'): Promise<number> {
  const jobs = await house.database.query(
    `WITH taken AS (DELETE FROM graphile_worker._private_jobs RETURNING id, payload)
     SELECT payload FROM taken ORDER BY id ${order === 'DESC' ? order : 'ASC'}`,
  );
  const run = ({ payload }: Record<string, unknown>) =>
    house.status.jobs['status.tell'](payload as Record<string, string>);
  if (order === 'AT ONCE' && jobs.length > 0) await atOnce(jobs.map((job) => () => run(job)));
  else for (const job of jobs) await run(job);
  return jobs.length === 0 ? 0 : jobs.length + (await runJobs(order));
}
/** Two workers have come as far as they can while nobody can write to anybody, and go on together. */
async function atOnce(work: (() => Promise<void>)[]) {
  let running: Promise<unknown> | undefined;
  await house.db.inTransaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE message IN EXCLUSIVE MODE`;
    running = Promise.all(work.map((one) => one()));
    await house.until(async () => (await house.database.query(WAITING)).length >= work.length);
  });
  await running;
}
const notices = async () =>
  (
    await house.database.query(
      `SELECT left(masked_address, 1) AS to FROM message WHERE kind = 'NOTICE' ORDER BY masked_address`,
    )
  ).map(({ to }) => to);

it('who was hit by an incident that was closed although its lane is disturbed hears nothing while it is', async () => {
  await closeAlthough();
  await later(31);
  expect(await runJobs()).toBe(0);
  await tell('GREEN');
  await later(16);
  expect(await runJobs()).toBe(0); // well by silence alone: nothing has arrived yet
  expect(await notices()).toEqual([]);
  expect(await runStatusCommand(house.statusNeeds, ['list'])).toContain(
    'hit 2 people, told 0; the others hear of it when its lanes are in order',
  );
});

it('everybody reads that it was closed by hand, until its lane is in order', async () => {
  const shown = async () => {
    house.status.forget();
    return (await house.status.incidents('id')).map(({ closedAlthough }) => closedAlthough);
  };
  expect(await shown()).toEqual([false]);
  await closeAlthough();
  expect(await shown()).toEqual([true]);
  await recover();
  expect(await shown()).toEqual([false]);
});

it('they hear once that it is over when the lane is in order, and with them whom it hit meanwhile (R54)', async () => {
  await closeAlthough();
  await waitFor('citra');
  await recover();
  expect(await notices()).toEqual([]);
  await runJobs();
  expect(await notices()).toEqual(['a', 'b', 'c']);
  await later(1);
  expect(await runJobs()).toBe(0);
  const listed = await runStatusCommand(house.statusNeeds, ['list']);
  expect(listed).toMatch(/hit 3 people, told 3$/m);
  const [entry] = await house.database.query(
    'SELECT actor, action FROM audit_entry ORDER BY id DESC LIMIT 1',
  );
  expect(entry).toEqual({ actor: 'system', action: 'incident told late' });
});

it('they hear once of one that goes on again and ends in order', async () => {
  await closeAlthough();
  await tell('AMBER');
  await tell('CLOSED');
  expect(await house.database.query('SELECT 1 FROM incident WHERE until IS NULL')).toHaveLength(1);
  await recover();
  await runJobs();
  await later(1);
  expect(await runJobs()).toBe(0);
  expect(await notices()).toEqual(['a', 'b']);
});

it.each(['ASC', 'DESC', 'AT ONCE'] as const)(
  'nobody hears twice where another incident about the lane follows (%s)',
  async (order) => {
    await closeAlthough();
    await later(31);
    await tell('AMBER');
    await tell('CLOSED');
    expect(await house.database.query('SELECT 1 FROM incident')).toHaveLength(2);
    await waitFor('citra');
    await later(20);
    expect(await runJobs()).toBe(0);
    await recover();
    expect(await runJobs(order)).toBe(2);
    expect(await notices()).toEqual(['a', 'b', 'c']);
  },
);

it('nobody hears twice where that one is closed in the same way', async () => {
  await closeAlthough();
  await later(31);
  await tell('AMBER');
  await tell('CLOSED');
  await closeAlthough();
  expect(await notices()).toEqual([]);
  await recover();
  expect(await runJobs()).toBe(2);
  expect(await notices()).toEqual(['a', 'b']);
});

it('they wait for the end of one that was opened by hand about their lane', async () => {
  await closeAlthough();
  await type(
    ...['open', '--lane', 'mail:gmail', '--title-id', 'Gmail terlambat', '--title-en', 'Gmail is late'],
  );
  await recover();
  expect(await runJobs()).toBe(0);
  const [row] = await house.database.query('SELECT id FROM incident WHERE until IS NULL');
  await type('close', String(row?.id).slice(-12), ...BOTH);
  await later(0.1);
  await runJobs();
  expect(await notices()).toEqual(['a', 'b']);
});
