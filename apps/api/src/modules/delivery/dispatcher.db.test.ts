import type { SendOutcome } from '@sampai/carriers';
import { describe, expect, it } from 'vitest';
import { claimMessages } from './store/queue.ts';
import { A_LEASE, usePost } from './testing/post.ts';

const deferred: SendOutcome = { kind: 'deferred', scope: 'message', reply: '451 4.7.1 later' };

const post = usePost();

/** Content references as a carrier got them, without the number of the test. */
const texts = () => post.carrier.sent.map(({ text }) => text.replace(/-\d+$/, ''));

describe('a lane whose carrier hangs', () => {
  it('fills its own twenty places and delays no other lane', async () => {
    const quick = post.openLane();
    post.carrier.answer = post.hang;
    await post.work();
    for (let n = 0; n < 25; n += 1) await post.queue(`slow${n}`);
    await post.house.until(() => post.carrier.sent.length === 20);
    const began = performance.now();
    const refs: string[] = [];
    for (let n = 0; n < 5; n += 1) refs.push(await post.queue(`quick${n}`, { lane: quick.lane }));
    for (const ref of refs) await post.inState(ref, 'SENT_ON');
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(post.carrier.sent).toHaveLength(20);
  });
});

describe('a worker that dies', () => {
  it('while it writes down what the carrier said loses nothing: not told, not changed', async () => {
    let dying = true;
    let died = 0;
    await post.work({
      async onProgress(told) {
        if (!dying || !told.ref.startsWith('rolled')) return;
        died += 1;
        throw new Error('the machine stops here');
      },
    });
    const ref = await post.queue('rolled');
    await post.house.until(() => died > 0);
    expect(await post.rowOf(ref)).toMatchObject({ state: 'QUEUED' });
    expect(await post.stationsOf(ref)).toEqual(['QUEUED']);
    dying = false;
    await post.lapse(ref);
    await post.inState(ref, 'SENT_ON');
    expect(post.progressOf(ref)).toEqual(['accepted']);
    expect(post.carrier.sent).toHaveLength(2);
  });

  it('in the middle of its lane takes nothing else down', async () => {
    post.carrier.answer = ({ text }) =>
      text.includes('broken') ? Promise.reject(new Error('a bug')) : undefined;
    await post.work();
    await post.queue('broken');
    const ref = await post.queue('next');
    await post.inState(ref, 'SENT_ON');
  });
});

describe('two workers', () => {
  it('send 150 messages once each', async () => {
    const refs: string[] = [];
    for (let n = 0; n < 150; n += 1) refs.push(await post.queue(`m${n}`));
    const workers = [await post.work(), await post.work()];
    for (const ref of refs) await post.inState(ref, 'SENT_ON');
    for (const { stop } of workers) await stop();
    expect(post.carrier.sent).toHaveLength(150);
    expect(new Set(texts()).size).toBe(150);
  });
});

describe('a worker', () => {
  it('finds what no notification told it of', async () => {
    await post.work();
    await post.queue('told');
    await post.house.until(() => post.carrier.sent.length === 1);
    await post.house.database.query(
      `INSERT INTO message (kind, priority, content_ref, channel, lane, address, address_index, masked_address, expires_at)
       SELECT kind, priority, 'untold-1', channel, lane, address, address_index, masked_address, expires_at FROM message WHERE lane = $1`,
      [post.lane],
    );
    await post.inState('untold-1', 'SENT_ON');
  });

  it('that is told to stop finishes what it has in hand, and takes nothing new', async () => {
    let answer = (_: SendOutcome) => {};
    post.carrier.answer = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const { stop } = await post.work();
    const ref = await post.queue('last');
    await post.house.until(() => post.carrier.sent.length === 1);
    const stopped = stop();
    const later = await post.queue('later');
    answer({ kind: 'accepted', providerId: 'p', reply: 'ok' });
    await stopped;
    expect(await post.rowOf(ref)).toMatchObject({ state: 'SENT_ON' });
    expect(await post.rowOf(later)).toMatchObject({ state: 'QUEUED', leased_by: null });
  });
});

describe('the order', () => {
  it('is codes before receipts before notices, and the newest first of each (R57)', async () => {
    for (const [kind, many] of [
      ['NOTICE', 8],
      ['CODE', 8],
      ['RECEIPT', 8],
    ] as const)
      for (let n = 0; n < many; n += 1) await post.queue(`${kind}${n}`, { kind });
    post.carrier.answer = post.hang;
    await post.work();
    await post.house.until(() => post.carrier.sent.length === 20);
    const newestFirst = (kind: string, many: number) =>
      Array.from({ length: many }, (_, n) => `${kind}${7 - n}`);
    expect(texts()).toEqual([
      ...newestFirst('CODE', 8),
      ...newestFirst('RECEIPT', 8),
      ...newestFirst('NOTICE', 4),
    ]);
  });
});

describe('a carrier that', () => {
  it('defers is asked again after 2 s, then 4 s, and told the truth about', async () => {
    post.carrier.answers = [deferred, deferred];
    await post.work();
    const ref = await post.queue('patient');
    const waits: number[] = [];
    for (const attempts of [1, 2]) {
      const row = await post.house.until(async () => {
        const seen = await post.rowOf(ref);
        return seen && seen.attempts === attempts && seen.reply && !seen.leased_by ? seen : null;
      });
      waits.push(Math.round(Number(row.wait)));
      expect(post.carrier.sent).toHaveLength(attempts);
      await post.house.advance(Number(row.wait));
    }
    await post.inState(ref, 'SENT_ON');
    expect(waits).toEqual([2, 4]);
    expect(await post.stationsOf(ref)).toEqual(['QUEUED', 'DEFERRED', 'DEFERRED', 'SENT_ON']);
  });

  it('defers until the message is of no use any more never gets it', async () => {
    post.carrier.answers = [deferred];
    await post.work();
    const ref = await post.queue('too late', { expiresIn: 60_000 });
    await post.house.until(async () => (await post.rowOf(ref))?.reply);
    await post.house.advance(61);
    await post.inState(ref, 'DROPPED');
    expect(post.carrier.sent).toHaveLength(1);
  });

  it.each(['recipient', 'message'] as const)(
    'refuses the %s is not asked again, and the waiting person is told',
    async (scope) => {
      post.carrier.answers = [{ kind: 'refused', scope, reply: '550 5.1.1 nobody' }];
      await post.work();
      const ref = await post.queue('refused');
      expect(await post.inState(ref, 'REFUSED')).toMatchObject({ attempts: 1, reply: '550 5.1.1 nobody' });
      expect(post.helpFor(ref)).toMatchObject([{ reason: 'refused', ofAddress: scope === 'recipient' }]);
      expect(post.progressOf(ref)).toEqual(['refused']);
    },
  );

  it.each([
    ['lane', 5],
    ['route', 2],
  ] as const)('refuses everybody (%s) is asked again after %i s', async (scope, seconds) => {
    post.carrier.answers = [{ kind: 'refused', scope, reply: '550 5.7.1 not from here' }];
    await post.work();
    const ref = await post.queue('held');
    await post.house.until(async () => (await post.stationsOf(ref)).includes('DEFERRED'));
    expect(Math.round(Number((await post.rowOf(ref))?.wait))).toBe(seconds);
    await post.house.advance(seconds);
    await post.inState(ref, 'SENT_ON');
  });

  it('falls silent in the middle is asked again, and its silence is kept', async () => {
    post.carrier.answers = [{ kind: 'unknown', reason: 'the line broke' }];
    await post.work();
    const ref = await post.queue('unknown');
    await post.house.until(async () => (await post.stationsOf(ref)).includes('UNKNOWN'));
    await post.house.advance(2);
    await post.inState(ref, 'SENT_ON');
  });

  it('does not exist for a lane keeps the message waiting, unsent', async () => {
    const { stop } = await post.work();
    const ref = await post.queue('nowhere', { lane: 'sms:nobody' });
    expect(
      await post.house.until(
        async () => (await post.stationsOf(ref)).includes('DEFERRED') && post.rowOf(ref),
      ),
    ).toMatchObject({
      ...{ state: 'QUEUED', reply: 'no route' },
    });
    await stop();
  });
});

describe('a message whose owner needs it no more', () => {
  it('is dropped and never sent late (R57)', async () => {
    const ref = await post.queue('dead');
    post.kill(ref);
    await post.work();
    await post.inState(ref, 'DROPPED');
    expect(post.carrier.sent).toEqual([]);
    expect(post.progressOf(ref)).toEqual([]);
  });
});

describe('a claim', () => {
  it('gives each message to one of many who ask at once', async () => {
    for (let n = 0; n < 10; n += 1) await post.queue(`claimed${n}`);
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        claimMessages(post.house.db.read, post.lane, {
          ...A_LEASE,
          room: 5,
          worker: `w-${n}`,
          places: 20,
          rate: 100,
        }),
      ),
    );
    const ids = claims.flat().map(({ id }) => id);
    expect(ids).toHaveLength(10);
    expect(new Set(ids).size).toBe(10);
  });
});
