import type { SendOutcome } from '@sampai/carriers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import { wireTo } from '#testing/wire';
import { claimMessages, renewLeases } from './store/queue.ts';
import { recordAttempts } from './store/record.ts';
import { A_LEASE, usePost } from './testing/post.ts';

/** A tenth of the usual ones. */
const QUICK = { leaseMs: 1_000, renewMs: 250, freshMs: 100, gapMs: 600, graceMs: 0 };
const ok: SendOutcome = { kind: 'accepted', providerId: 'p', reply: 'ok' };

const post = usePost();
let wire: Awaited<ReturnType<typeof wireTo>>;
/** A process whose way to the database can be cut. */
let cutOff: House;
beforeAll(async () => {
  wire = await wireTo(post.house.database.url);
  const database = { ...post.house.database, url: wire.url };
  cutOff = await openHouse({}, { ...post.house, database });
});
afterAll(async () => {
  await cutOff.close();
  await wire.close();
});
afterEach(() => wire.mend());

const leaseLapsed = (ref: string) => post.house.until(async () => (await post.rowOf(ref))?.leased === false);
const draw = (worker: string, more: object = {}) =>
  claimMessages(post.house.db.read, post.lane, {
    ...A_LEASE,
    worker,
    room: 20,
    places: 20,
    rate: 100,
    ...more,
  });
const soon = () => new Date(Date.now() + 3_600_000);

/** The first message hangs at the carrier until it is answered; all others are accepted at once. */
function firstHangs(): (outcome: SendOutcome) => void {
  let answer = (_: SendOutcome) => {};
  const hanging = new Promise<SendOutcome>((resolve) => {
    answer = resolve;
  });
  let first = true;
  post.carrier.answer = () => {
    if (!first) return undefined;
    first = false;
    return hanging;
  };
  return answer;
}

describe('the length of a lease', () => {
  const left = async (ref: string) => {
    const [row] = await post.house.database.query(
      'SELECT extract(epoch FROM leased_until - clock_timestamp())::float8 AS left FROM message WHERE content_ref = $1',
      [ref],
    );
    return Number(row?.left);
  };

  it('is what its worker says', async () => {
    for (const leaseSeconds of [4, 25]) {
      const ref = await post.queue(`for${leaseSeconds}`);
      await draw('w-1', { leaseSeconds });
      expect(await left(ref)).toBeGreaterThan(leaseSeconds - 3);
      expect(await left(ref)).toBeLessThanOrEqual(leaseSeconds);
    }
  });

  it('is ten seconds, after which others may take over what a dead one had', async () => {
    post.carrier.answer = post.hang;
    await post.work();
    const ref = await post.queue('waits');
    await post.house.until(() => post.carrier.sent.length === 1);
    expect(await left(ref)).toBeGreaterThan(6);
    expect(await left(ref)).toBeLessThanOrEqual(10);
  });
});

describe('a slow carrier', () => {
  it('is waited for by a living worker: nobody else takes its message over', async () => {
    const answer = firstHangs();
    await post.work({ leaseTimes: QUICK });
    const ref = await post.queue('slow');
    await post.house.until(() => post.carrier.sent.length === 1);
    await post.work({ leaseTimes: QUICK });
    const leasedFirst = Number((await post.rowOf(ref))?.leased_until);
    await post.house.until(
      async () => Number((await post.rowOf(ref))?.leased_until) > leasedFirst + 2 * QUICK.leaseMs,
    );
    answer(ok);
    await post.inState(ref, 'SENT_ON');
    expect(post.carrier.sent).toHaveLength(1);
    expect(await post.rowOf(ref)).toMatchObject({ attempts: 1 });
  });
});

describe('a worker that is cut off', () => {
  it('leaves messages and places to others within a lease, and has nothing to say of them afterwards', async () => {
    let answer = (_: SendOutcome) => {};
    const hanging = new Promise<SendOutcome>((resolve) => {
      answer = resolve;
    });
    post.carrier.answer = () => (post.carrier.sent.length <= 20 ? hanging : undefined);
    await post.work({ over: cutOff, leaseTimes: QUICK });
    const refs: string[] = [];
    for (let n = 0; n < 25; n += 1) refs.push(await post.queue(`m${n}`));
    await post.house.until(() => post.carrier.sent.length === 20); // all of the lane's places
    wire.cut();
    await post.work({ leaseTimes: QUICK });
    for (const ref of refs) await post.inState(ref, 'SENT_ON');
    expect(post.carrier.sent).toHaveLength(45);
    answer({ kind: 'refused', scope: 'recipient', reply: '550 too late' });
    wire.mend();
    const ref = await post.queue('afterwards');
    await post.inState(ref, 'SENT_ON');
    await post.end(); // both have said what they had to say
    for (const one of refs) expect(await post.stationsOf(one)).toEqual(['QUEUED', 'SENT_ON']);
    for (const one of refs) expect(post.progressOf(one)).toEqual(['accepted']);
  });

  it('before it had sent does not send any more', async () => {
    let write = () => {};
    const written = new Promise<void>((resolve) => {
      write = resolve;
    });
    let asked = 0;
    await post.work({
      ...{ over: cutOff, leaseTimes: QUICK },
      async contentsOf(requests) {
        asked += 1;
        await written;
        return requests.map(({ ref }) => ({ subject: 's', text: ref }));
      },
    });
    const ref = await post.queue('stalled');
    await post.house.until(() => asked === 1);
    wire.cut();
    await leaseLapsed(ref);
    write();
    await post.work({ leaseTimes: QUICK });
    await post.inState(ref, 'SENT_ON');
    expect(post.carrier.sent).toHaveLength(1);
  });
});

describe('after an outage of the database longer than a lease', () => {
  it('those who were cut off say first what they have sent, and nothing goes out twice', async () => {
    const times = { ...QUICK, graceMs: 2_000 };
    const answer = firstHangs();
    await post.work({ over: cutOff, leaseTimes: times });
    const ref = await post.queue('sent');
    await post.house.until(() => post.carrier.sent.length === 1);
    await post.work({ over: cutOff, leaseTimes: times });
    // Both would take over what a dead worker left.
    const left = await post.queue('left', { lane: post.openLane().lane });
    await post.house.database.query(
      `UPDATE message SET leased_by = 'w-dead', leased_until = clock_timestamp() WHERE content_ref = $1`,
      [left],
    );
    await post.house.until(async () => (await post.rowOf(left))?.leased_by !== 'w-dead');
    wire.cut();
    answer(ok);
    await leaseLapsed(ref);
    wire.mend();
    await post.inState(ref, 'SENT_ON');
    expect(post.carrier.sent).toHaveLength(1);
  });
});

describe('a lease', () => {
  it('that lapsed is taken over only until the moment the worker says, and then by one of many', async () => {
    await post.queue('lapsed');
    expect(await draw('w-1', { leaseSeconds: 0 })).toHaveLength(1);
    expect(await draw('w-2')).toHaveLength(0);
    expect(await draw('w-2', { takeOverUntil: new Date(Date.now() - 1_000) })).toHaveLength(0);
    const claims = await Promise.all(['w-3', 'w-4', 'w-5'].map((w) => draw(w, { takeOverUntil: soon() })));
    expect(claims.flat()).toMatchObject([{ attempts: 2 }]);
  });

  it('is renewed, and its message written about, by nobody who lost it, nor by an older claim of its worker', async () => {
    await post.queue('lost');
    const [first] = await draw('w-1', { leaseSeconds: 0 });
    const id = first?.id ?? '';
    const renew = (worker: string, attempt: number) =>
      renewLeases(post.house.db.aside, worker, [{ id, attempt }], 10);
    await draw('w-1', { leaseSeconds: 0, takeOverUntil: soon() });
    expect(await renew('w-1', 1)).toEqual([]);
    expect(await renew('w-2', 2)).toEqual([]);
    expect(await renew('w-1', 2)).toEqual([{ id, attempt: 2 }]);
    expect(await draw('w-2', { takeOverUntil: soon() })).toEqual([]);
    const attempt = { id, kind: 'REFUSED', route: null, providerId: null, reply: null } as const;
    const more = {
      seconds: 1,
      receipts: false,
      cost: 0,
      stuck: false,
      wide: false,
      throttled: false,
      refusal: null,
    };
    const record = (worker: string, by: number) =>
      recordAttempts(post.house.db.read, worker, [{ ...attempt, ...more, attempt: by }]);
    expect(await record('w-1', 1)).toEqual([]);
    expect(await record('w-2', 2)).toEqual([]);
    expect(await record('w-1', 2)).toHaveLength(1);
  });

  it('runs by the real clock: a compressed or jumping app_now() ends none', async () => {
    await post.queue('jump');
    await draw('w-1');
    await post.house.advance(3600);
    expect(await draw('w-2', { takeOverUntil: soon() })).toEqual([]);
  });

  it('given before the clock was set back does not last for ever', async () => {
    const ref = await post.queue('back');
    await draw('w-1');
    await post.house.database.query(
      `UPDATE message SET leased_until = clock_timestamp() + interval '1 hour' WHERE content_ref = $1`,
      [ref],
    );
    expect(await draw('w-2', { takeOverUntil: soon() })).toHaveLength(1);
  });
});
