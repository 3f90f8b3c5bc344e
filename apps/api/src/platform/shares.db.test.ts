import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '#testing/database';
import { wireTo } from '#testing/wire';
import { makeLog } from './log.ts';
import { fairShare, openShares, type Shares } from './shares.ts';

const MOST = 5;
/** Shorter than the usual ones, in ms. */
const QUICK = { look: 200, hurry: 20, again: 50, timeout: 1_000, keep: 2_000, growAfter: 2_400 };

let database: TestDatabase;
let test = 0;
const opened: { close(): Promise<void> }[] = [];
const processes: ChildProcess[] = [];
beforeAll(async () => {
  database = await cloneDatabase();
});
afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
  for (const one of processes.splice(0)) one.kill('SIGKILL');
  test += 1;
});
afterAll(() => database.drop());

/** Somebody who shares; `use` keeps so many in use whatever is allowed. */
async function sharer(url = database.url, take: Pick<Shares, 'take'> | undefined = undefined) {
  const shares = take ?? (await open(url));
  const one = { allowed: 0, using: 0 };
  await shares.take({
    ...{ name: `test-${test}`, most: MOST, used: () => Math.max(one.using, one.allowed) },
    allow: (count) => {
      one.allowed = count;
    },
  });
  return one;
}
async function open(url: string): Promise<Shares> {
  const shares = await openShares(url, makeLog('test', 'silent'), QUICK);
  opened.push(shares);
  return shares;
}
const become = (look: () => unknown, value: unknown) =>
  expect.poll(look, { timeout: 20_000, interval: 20 }).toEqual(value);

/** A process of its own that prints what it is allowed. */
async function sharerApart() {
  const shares = new URL('./shares.ts', import.meta.url).href;
  const log = new URL('./log.ts', import.meta.url).href;
  const code = `
    const { openShares } = await import('${shares}');
    const { makeLog } = await import('${log}');
    const shares = await openShares('${database.url}', makeLog('apart', 'silent'), ${JSON.stringify(QUICK)});
    let now = 0;
    await shares.take({ name: 'test-${test}', most: ${MOST}, used: () => now, allow(count) { now = count; console.log(count); } });`;
  const one = spawn(process.execPath, ['--input-type=module', '--conditions=development', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(one);
  const said = { allowed: -1 };
  createInterface({ input: one.stdout }).on('line', (line) => {
    said.allowed = Number(line);
  });
  return { said, one };
}

describe('what there are only five of', () => {
  it('is all for one, and half for each of two, who takes only what the other has given up', async () => {
    const first = await sharer();
    expect(first.allowed).toBe(5);
    first.using = 4;
    const second = await sharer();
    expect(second.allowed).toBe(0);
    await become(() => second.allowed, 1);
    first.using = 0;
    await become(() => [first.allowed, second.allowed].toSorted(), [2, 3]);
  });

  it('comes back at once from a process that is killed', async () => {
    const mine = await sharer();
    const { said, one } = await sharerApart();
    await become(() => [mine.allowed, said.allowed].toSorted(), [2, 3]);
    one.kill('SIGKILL');
    await once(one, 'close');
    await become(() => mine.allowed, 5);
  });

  it('is enough for five of six, and the sixth gets the place of one that leaves', async () => {
    const all: { allowed: number }[] = [];
    const leaves = await open(database.url);
    all.push(await sharer(database.url, leaves));
    for (let n = 1; n < 6; n += 1) all.push(await sharer());
    await become(() => all.map(({ allowed }) => allowed).toSorted(), [0, 1, 1, 1, 1, 1]);
    await leaves.close();
    await become(() => all.slice(1).map(({ allowed }) => allowed), [1, 1, 1, 1, 1]);
  });

  it('stays with who loses the connection for a moment, though the server has not noticed yet', async () => {
    const seen: number[] = [];
    const wire = await wireTo(database.url);
    const shares = await open(wire.url);
    await shares.take({
      ...{ name: `test-${test}`, most: MOST, used: () => 0 },
      allow: (count) => void seen.push(count),
    });
    const locks = (which: string) =>
      database.query(
        `SELECT DISTINCT pid FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND granted AND objid ${which}
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
    const [lost] = await locks('= 1');
    wire.stall();
    await become(async () => (await locks('= 0')).length, 2); // it has come back, and its old session holds the slots
    await database.query('SELECT pg_terminate_backend($1)', [lost?.pid]);
    await become(async () => (await locks('> 0')).every(({ pid }) => pid !== lost?.pid), true);
    await become(async () => (await locks('= 5')).length, 1);
    expect(new Set(seen.slice(1))).toEqual(new Set([MOST]));
    await opened.pop()?.close();
    await wire.close();
  }, 30_000);

  it('is not used by who does not reach the database for long, and is had again afterwards', async () => {
    const wire = await wireTo(database.url);
    const one = await sharer(wire.url);
    expect(one.allowed).toBe(5);
    wire.cut();
    await become(() => one.allowed, 0);
    wire.mend();
    await become(() => one.allowed, 5);
    await opened.pop()?.close();
    await wire.close();
  }, 30_000);
});

describe('a fair share', () => {
  it.each([
    [5, 1, [5]],
    [5, 2, [3, 2]],
    [5, 3, [2, 2, 1]],
    [2, 3, [1, 1, 0]],
  ])('of %i among %i is %j', (most, sharers, shares) => {
    expect(shares.map((_, place) => fairShare({ most }, sharers, place))).toEqual(shares);
  });

  it.each([
    [5, 2, [3, 2]],
    [5, 3, [3, 2, 0]],
    [4, 5, [2, 2, 0, 0, 0]],
    [1, 2, [1, 0]],
  ])('of %i among %i, of whom nobody can do with one, is %j', (most, sharers, shares) => {
    expect(shares.map((_, place) => fairShare({ most, least: 2 }, sharers, place))).toEqual(shares);
  });
});
