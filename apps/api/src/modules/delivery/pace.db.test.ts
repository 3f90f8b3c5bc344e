import type { SendOutcome } from '@sampai/carriers';
import { describe, expect, it } from 'vitest';
import { sql } from '#platform/database';
import { makeDeliveryPolicy } from './policy.ts';
import { claimMessages } from './store/queue.ts';
import { A_LEASE, usePost } from './testing/post.ts';
import type { Attempted } from './use-cases/hand-over.ts';
import { keepWatch } from './watch.ts';

const post = usePost();

const draw = (worker: string, rate = 10, room = 20) =>
  claimMessages(post.house.db.read, post.lane, { ...A_LEASE, room, worker, places: 100, rate });

describe('the pace of a lane', () => {
  it('is one budget for all workers together, drawn from at once', async () => {
    for (let n = 0; n < 30; n += 1) await post.queue(`m${n}`);
    const began = performance.now();
    const claims = await Promise.all(Array.from({ length: 8 }, (_, n) => draw(`w-${n}`)));
    const savedUpMeanwhile = Math.ceil(((performance.now() - began) / 1000) * 10);
    expect(claims.flat().length).toBeGreaterThanOrEqual(10);
    expect(claims.flat().length).toBeLessThanOrEqual(10 + savedUpMeanwhile);
  });

  it('is saved up for a second at most, and what was claimed stays claimed when a worker dies', async () => {
    for (let n = 0; n < 40; n += 1) await post.queue(`m${n}`);
    const began = performance.now();
    expect(await draw('w-dies')).toHaveLength(10);
    const more = (await draw('w-next')).length;
    expect(more).toBeLessThanOrEqual(((performance.now() - began) / 1000) * 10);
    await post.house.advance(3600);
    expect(await draw('w-next')).toHaveLength(10);
  });

  it('leaves no more in hand of all workers together than its lane has places', async () => {
    for (let n = 0; n < 9; n += 1) await post.queue(`m${n}`);
    const places = 5;
    const claim = (worker: string) =>
      claimMessages(post.house.db.read, post.lane, { ...A_LEASE, room: 4, worker, places, rate: 100 });
    expect(await claim('w-1')).toHaveLength(4);
    expect(await claim('w-2')).toHaveLength(1);
    expect(await claim('w-3')).toHaveLength(0);
  });

  it('is not used up by what nobody needs any more', async () => {
    const dead: string[] = [];
    for (let n = 0; n < 5; n += 1) dead.push(await post.queue(`dead${n}`));
    for (const ref of dead) post.kill(ref);
    await post.work();
    for (const ref of dead) await post.inState(ref, 'DROPPED');
    await post.house.until(async () => Number((await post.paceOf(post.lane))?.allowance) >= 249);
  });
});

it('what was heard of a lane is not lost where its pace cannot be written, nor what is heard meanwhile', async () => {
  const ids: string[] = [];
  for (const name of ['a', 'b']) ids.push(String((await post.rowOf(await post.queue(name)))?.id));
  await draw('w-1');
  const policy = makeDeliveryPolicy(post.house.policies);
  const { lane } = post;
  const stopped = (id = '') => [{ id, lane, kind: 'DEFERRED', signal: 'stop' } as Attempted];
  let failures = 0;
  const pace: typeof policy.pace = async (of) => {
    if (failures > 0) return policy.pace(of);
    failures += 1;
    watch.hear(stopped(ids[1]));
    throw new Error('the database is away');
  };
  const watch = keepWatch({
    ...{ db: post.house.db, log: post.house.log, ports: post.ports, policy: { ...policy, pace } },
    ...{ judgeMs: 50, routesLeft: () => false },
  });
  watch.hear(stopped(ids[0]));
  // Only by two people a provider is believed to refuse us.
  await post.house.until(async () => Number((await post.paceOf(lane))?.stops) > 0);
  expect(failures).toBe(1);
  await watch.stop();
});

it('the full queue of one number slows nobody else, however often it is tried', async () => {
  const full: SendOutcome = {
    ...{ kind: 'deferred', scope: 'recipient', signal: 'slow-down', reply: 'ESME_RMSGQFUL (0x14)' },
  };
  post.carrier.answer = ({ text }) => (text.startsWith('full') ? full : undefined);
  await post.work();
  const ref = await post.queue('full');
  for (let tries = 1; tries <= 4; tries += 1) {
    await post.house.until(async () => Number((await post.rowOf(ref))?.attempts) === tries);
    await post.house.until(async () => (await post.rowOf(ref))?.leased_until === null);
    await post.house.advance(2 ** tries);
  }
  await post.inState(await post.queue('other'), 'SENT_ON');
  expect(await post.paceOf(post.lane)).toMatchObject({ rate: 250, cut_at: null });
  const [minute] = await post.house.database.query(
    'SELECT sum(slow_downs)::int AS throttled, sum(failing)::int AS failing FROM lane_minute WHERE lane = $1',
    [post.lane],
  );
  expect(minute).toEqual({ throttled: 0, failing: 0 });
});

it('one message that is throttled again and again slows its lane once, whichever worker tries it', async () => {
  const throttled: SendOutcome = {
    ...{ kind: 'deferred', scope: 'lane', signal: 'slow-down', reply: 'ESME_RTHROTTLED (0x58)' },
  };
  post.carrier.answer = () => throttled;
  const ref = await post.queue('throttled');
  for (let tries = 1; tries <= 3; tries += 1) {
    const { stop } = await post.work();
    await post.house.until(async () => Number((await post.rowOf(ref))?.attempts) === tries);
    await post.house.until(async () => (await post.rowOf(ref))?.leased_until === null);
    await stop();
    await post.house.advance(10);
  }
  const [minute] = await post.house.database.query(
    'SELECT sum(slow_downs)::int AS throttled FROM lane_minute WHERE lane = $1',
    [post.lane],
  );
  expect(minute).toEqual({ throttled: 1 });
});

describe('codes before receipts before notices', () => {
  it('newest first within each, whatever the order in which they were queued', async () => {
    const refs: string[] = [];
    for (const kind of ['NOTICE', 'CODE', 'RECEIPT', 'NOTICE', 'RECEIPT', 'CODE'] as const)
      refs.push(await post.queue(`${kind}${refs.length}`, { kind }));
    const claimed: (string | undefined)[] = [];
    for (let n = 0; n < 6; n += 1) claimed.push((await draw('w', 100, 1))[0]?.contentRef);
    expect(claimed).toEqual([5, 1, 4, 2, 3, 0].map((n) => refs[n]));
  });
});

describe('what waits', () => {
  it('past its end is dropped before its turn comes, and uses up no pace (R57)', async () => {
    const over = await post.queue('over', { expiresIn: -1_000 });
    const alive = await post.queue('alive', { lane: 'sms:nobody' });
    await post.house.database.query(
      `INSERT INTO lane_pace (lane, rate, allowance, threshold, held_until) VALUES ($1, 0.0001, 0, 1, app_now() + interval '1 hour')`,
      [post.lane],
    );
    await post.work();
    await post.inState(over, 'DROPPED');
    expect(await post.stationsOf(over)).toEqual(['QUEUED', 'DROPPED']);
    expect(post.carrier.sent).toEqual([]);
    expect(await post.rowOf(alive)).toMatchObject({ state: 'QUEUED' });
  });

  it('and can be done without goes behind the codes that somebody needs, unless it is in hand', async () => {
    const refs: string[] = [];
    for (let n = 0; n < 4; n += 1) refs.push(await post.queue(`code${n}`));
    const [inHand] = await draw('w-1', 10, 1);
    expect(inHand?.contentRef).toBe(refs[3]);
    await post.house.db.inTransaction(async (tx) =>
      post.house.delivery.letWait(tx, sql`SELECT unnest(${[refs[3] ?? '', refs[2] ?? '']}::text[])`),
    );
    const rest = await draw('w-2');
    expect(rest.map(({ contentRef }) => contentRef)).toEqual([refs[1], refs[0], refs[2]]);
    const rows = await post.house.database.query('SELECT priority FROM message WHERE content_ref = $1', [
      refs[3],
    ]);
    expect(rows).toEqual([{ priority: 0 }]);
  });
});

describe('a lane that opens', () => {
  it('is given what empties it within a minute of its own time', async () => {
    await post.house.database.query(
      `INSERT INTO lane_pace (lane, rate, allowance, threshold, good, cut_at) VALUES ($1, 1, 0, 1, 3, app_now() - interval '10 minutes')`,
      [post.lane],
    );
    for (let n = 0; n < 240; n += 1) await post.queue(`m${n}`);
    await post.work();
    await post.house.until(async () => Number((await post.paceOf(post.lane))?.rate) > 3);
    expect(Number((await post.paceOf(post.lane))?.rate)).toBeLessThanOrEqual(4.5);
  });
});
