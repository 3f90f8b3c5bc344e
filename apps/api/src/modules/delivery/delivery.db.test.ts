import type { SendOutcome } from '@sampai/carriers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Notices, openNotices } from '#platform/notices';
import { type FakeCarrier, fakeCarrier } from '#testing/fake-carrier';
import { type House, openHouse } from '#testing/house';
import { type Progress, runDispatcher } from './index.ts';
import { claimMessages } from './store/queue.ts';

const HOUR_MS = 3_600_000;
const deferred: SendOutcome = { kind: 'deferred', scope: 'message', reply: '451 4.7.1 later' };

let house: House;
let notices: Notices;
const carriers = new Map<string, FakeCarrier>();
const progress: Progress[] = [];
const dead = new Set<string>();
beforeAll(async () => {
  house = await openHouse();
  notices = await openNotices(house.database.url, house.log);
});
afterAll(async () => {
  await notices.close();
  await house.close();
});

let count = 0;
let lane: string;
let carrier: FakeCarrier;
/** What a carrier that hangs answers with: nothing while the test runs. */
let hanging: Promise<SendOutcome>;
let letGo: () => void;
let workers: { stop(): Promise<void> }[] = [];
beforeEach(() => {
  count += 1;
  carriers.clear();
  ({ lane, carrier } = openLane());
  hanging = new Promise((answer) => {
    letGo = () => answer({ kind: 'unknown', reason: 'the test is over' });
  });
});
afterEach(async () => {
  letGo();
  for (const { stop } of workers) await stop();
  workers = [];
  await house.database.query(`UPDATE message SET state = 'DROPPED' WHERE state = 'QUEUED'`);
});

function openLane() {
  const name = `nr${count}-${carriers.size}`;
  const opened = { lane: `mail:${name}.example`, carrier: fakeCarrier(name, 'EMAIL') };
  carriers.set(opened.lane, opened.carrier);
  return opened;
}

/** A worker process, as far as the queue knows it. Its carriers are those of the lanes opened so far. */
async function work(onProgress = async (told: Progress) => void progress.push(told)) {
  const routes = [...carriers].map(([at, one]) => ({
    ...{ at, name: one.route, originLine: false, receipts: true, carrier: one },
  }));
  const worker = await runDispatcher({
    ...house,
    notices,
    routes: {
      all: routes,
      originHost: 'localhost',
      pick: (wanted) => routes.find(({ at }) => at === wanted),
      close: async () => {},
    },
    ports: {
      contentOf: async ({ ref }) => (dead.has(ref) ? 'dead' : { subject: 's', text: `text of ${ref}` }),
      onProgress: (_, told) => onProgress(told),
    },
  });
  workers.push(worker);
  return worker;
}

type Kind = 'CODE' | 'RECEIPT' | 'NOTICE';
async function queue(
  ref: string,
  more: { kind?: Kind; lane?: string; expiresIn?: number } = {},
): Promise<string> {
  const { kind = 'CODE', expiresIn = HOUR_MS } = more;
  const contentRef = `${ref}-${count}`;
  const message = house.delivery.destination('EMAIL', 'siapa@example.com', 's••a@example.com');
  await house.db.inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ at: Date }[]>`SELECT app_now() AS at`;
    const expiresAt = new Date(Number(row?.at) + expiresIn);
    await house.delivery.enqueue(tx, {
      ...{ ...message, lane: more.lane ?? lane, kind, contentRef, cause: 'ASKED', locale: 'id', expiresAt },
    });
  });
  return contentRef;
}
async function rowOf(contentRef: string) {
  const [row] = await house.database.query(
    `SELECT id, state, attempts, reply, delivered_at, leased_by, extract(epoch FROM not_before - app_now()) AS wait FROM message WHERE content_ref = $1`,
    [contentRef],
  );
  return row;
}
const inState = (contentRef: string, state: string) =>
  house.until(async () => {
    const row = await rowOf(contentRef);
    return row?.state === state && row;
  });
const stationsOf = async (contentRef: string) =>
  (await house.delivery.timeline(house.db.read, contentRef)).map(({ kind }) => kind);
const texts = (of = carrier) => of.sent.map(({ text }) => text.replace(/^text of (.*)-\d+$/, '$1'));
const progressOf = (ref: string) => progress.filter((told) => told.ref === ref).map(({ kind }) => kind);
const lapse = (contentRef: string) =>
  house.database.query(
    `UPDATE message SET leased_until = clock_timestamp() - interval '1 second' WHERE content_ref = $1`,
    [contentRef],
  );

describe('a lane whose carrier hangs', () => {
  it('fills its own twenty places and delays no other lane', async () => {
    const slow = { lane, carrier };
    const quick = openLane();
    slow.carrier.answer = () => hanging;
    await work();
    for (let n = 0; n < 25; n += 1) await queue(`slow${n}`, { lane: slow.lane });
    await house.until(() => slow.carrier.sent.length === 20);
    const began = performance.now();
    const refs: string[] = [];
    for (let n = 0; n < 5; n += 1) refs.push(await queue(`quick${n}`, { lane: quick.lane }));
    for (const ref of refs) await inState(ref, 'SENT_ON');
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(slow.carrier.sent).toHaveLength(20);
  });
});

describe('a worker that dies', () => {
  it('leaves its messages to another once their leases have run out, and each is sent at most twice', async () => {
    let first = true;
    let answerLate = (_: SendOutcome) => {};
    carrier.answer = () => {
      if (!first) return undefined;
      first = false;
      return new Promise((answer) => {
        answerLate = answer;
      });
    };
    const dying = await work();
    const ref = await queue('orphaned');
    await house.until(() => carrier.sent.length === 1);
    const [{ leased_by: leasedBy } = {}] = await house.database.query(
      'SELECT leased_by FROM message WHERE content_ref = $1',
      [ref],
    );
    expect(leasedBy).toMatch(/^w-/);

    const alive = await work();
    await new Promise((poll) => setTimeout(poll, 400)); // more than one poll: the lease holds
    expect(carrier.sent).toHaveLength(1);
    await lapse(ref);
    await inState(ref, 'SENT_ON');
    answerLate({ kind: 'accepted', providerId: 'late', reply: 'late' });
    await dying.stop();
    await alive.stop();
    expect(carrier.sent).toHaveLength(2);
    expect(await stationsOf(ref)).toEqual(['QUEUED', 'SENT_ON']);
    expect(progressOf(ref)).toEqual(['accepted']);
  });

  it('while it writes down what the carrier said loses nothing: not told, not changed', async () => {
    let dying = true;
    await work(async (told) => {
      if (dying && told.ref.startsWith('rolled')) throw new Error('the machine stops here');
      progress.push(told);
    });
    const ref = await queue('rolled');
    await house.until(() => carrier.sent.length === 1);
    await house.until(async () => (await rowOf(ref))?.state === 'QUEUED');
    expect(await stationsOf(ref)).toEqual(['QUEUED']);
    dying = false;
    await lapse(ref);
    await inState(ref, 'SENT_ON');
    expect(progressOf(ref)).toEqual(['accepted']);
    expect(carrier.sent).toHaveLength(2);
  });

  it('in the middle of its lane takes nothing else down', async () => {
    carrier.answer = ({ text }) => (text.includes('broken') ? Promise.reject(new Error('a bug')) : undefined);
    await work();
    await queue('broken');
    const ref = await queue('next');
    await inState(ref, 'SENT_ON');
  });
});

describe('two workers', () => {
  it('send 150 messages once each', async () => {
    const refs: string[] = [];
    for (let n = 0; n < 150; n += 1) refs.push(await queue(`m${n}`));
    const workers = [await work(), await work()];
    for (const ref of refs) await inState(ref, 'SENT_ON');
    for (const { stop } of workers) await stop();
    expect(carrier.sent).toHaveLength(150);
    expect(new Set(texts()).size).toBe(150);
  });
});

describe('a worker', () => {
  it('finds what no notification told it of', async () => {
    await work();
    await queue('told');
    await house.until(() => carrier.sent.length === 1);
    await house.database.query(
      `INSERT INTO message (kind, priority, content_ref, channel, lane, address, address_index, masked_address, expires_at)
       SELECT kind, priority, 'untold-1', channel, lane, address, address_index, masked_address, expires_at FROM message WHERE lane = $1`,
      [lane],
    );
    await inState('untold-1', 'SENT_ON');
  });

  it('that is told to stop finishes what it has in hand, and takes nothing new', async () => {
    let answer = (_: SendOutcome) => {};
    carrier.answer = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const { stop } = await work();
    const ref = await queue('last');
    await house.until(() => carrier.sent.length === 1);
    const stopped = stop();
    const later = await queue('later');
    answer({ kind: 'accepted', providerId: 'p', reply: 'ok' });
    await stopped;
    expect(await rowOf(ref)).toMatchObject({ state: 'SENT_ON' });
    expect(await rowOf(later)).toMatchObject({ state: 'QUEUED', leased_by: null });
  });
});

describe('the order', () => {
  it('is codes before receipts before notices, and the newest first of each (R57)', async () => {
    for (const [kind, many] of [
      ['NOTICE', 8],
      ['CODE', 8],
      ['RECEIPT', 8],
    ] as const)
      for (let n = 0; n < many; n += 1) await queue(`${kind}${n}`, { kind });
    carrier.answer = () => hanging;
    await work();
    await house.until(() => carrier.sent.length === 20);
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
    carrier.answers = [deferred, deferred];
    await work();
    const ref = await queue('patient');
    const waits: number[] = [];
    for (const attempts of [1, 2]) {
      const row = await house.until(async () => {
        const seen = await rowOf(ref);
        return seen && seen.attempts === attempts && seen.reply && !seen.leased_by ? seen : null;
      });
      waits.push(Math.round(Number(row.wait)));
      expect(carrier.sent).toHaveLength(attempts);
      await house.advance(Number(row.wait));
    }
    await inState(ref, 'SENT_ON');
    expect(waits).toEqual([2, 4]);
    expect(await stationsOf(ref)).toEqual(['QUEUED', 'DEFERRED', 'DEFERRED', 'SENT_ON']);
  });

  it('defers until the message is of no use any more never gets it', async () => {
    carrier.answers = [deferred];
    await work();
    const ref = await queue('too late', { expiresIn: 60_000 });
    await house.until(async () => (await rowOf(ref))?.reply);
    await house.advance(61);
    await inState(ref, 'DROPPED');
    expect(carrier.sent).toHaveLength(1);
  });

  it.each(['recipient', 'message'] as const)(
    'refuses the %s is not asked again, and the waiting person is told',
    async (scope) => {
      carrier.answers = [{ kind: 'refused', scope, reply: '550 5.1.1 nobody' }];
      await work();
      const ref = await queue('refused');
      expect(await inState(ref, 'REFUSED')).toMatchObject({ attempts: 1, reply: '550 5.1.1 nobody' });
      expect(progressOf(ref)).toEqual(['refused']);
    },
  );

  it.each(['lane', 'route'] as const)('refuses everybody (%s) is asked again later', async (scope) => {
    carrier.answers = [{ kind: 'refused', scope, reply: '421 4.7.28 unusual rate' }];
    await work();
    const ref = await queue('held');
    await house.until(async () => (await stationsOf(ref)).includes('DEFERRED'));
    expect(await rowOf(ref)).toMatchObject({ state: 'QUEUED' });
    await house.advance(2);
    await inState(ref, 'SENT_ON');
  });

  it('falls silent in the middle is asked again, and its silence is kept', async () => {
    carrier.answers = [{ kind: 'unknown', reason: 'the line broke' }];
    await work();
    const ref = await queue('unknown');
    await house.until(async () => (await stationsOf(ref)).includes('UNKNOWN'));
    await house.advance(2);
    await inState(ref, 'SENT_ON');
  });

  it('does not exist for a lane keeps the message waiting, unsent', async () => {
    const { stop } = await work();
    const ref = await queue('nowhere', { lane: 'sms:nobody' });
    expect(
      await house.until(async () => (await stationsOf(ref)).includes('DEFERRED') && rowOf(ref)),
    ).toMatchObject({
      ...{ state: 'QUEUED', reply: 'no route' },
    });
    await stop();
  });
});

describe('a message whose owner needs it no more', () => {
  it('is dropped and never sent late (R57)', async () => {
    dead.add(`dead-${count}`);
    await work();
    const ref = await queue('dead');
    await inState(ref, 'DROPPED');
    expect(carrier.sent).toEqual([]);
    expect(progressOf(ref)).toEqual([]);
  });
});

describe('a receipt', () => {
  const receipt = (state: 'delivered' | 'undeliverable' | 'enroute', ...providerIds: string[]) =>
    carrier.receive({ providerIds, state });

  it('that comes before the answer to the submission is found again', async () => {
    let answer = (_: SendOutcome) => {};
    carrier.answers = [
      new Promise((resolve) => {
        answer = resolve;
      }),
    ];
    await work();
    const ref = await queue('early');
    await house.until(() => carrier.sent.length === 1);
    void receipt('delivered', 'id-early');
    await house.until(
      async () =>
        (await house.database.query(`SELECT 1 FROM orphan_receipt WHERE provider_id = 'id-early'`))[0],
    );
    answer({ kind: 'accepted', providerId: 'id-early', reply: 'ok' });
    await inState(ref, 'DELIVERED');
    expect(progressOf(ref)).toEqual(['accepted', 'delivered']);
  });

  it('that crosses the answer to the submission is not lost between the two', async () => {
    // The receipt is being put aside, which takes a while, when the answer is written and looks for it.
    await house.database.query(`CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_advisory_xact_lock(4711); RETURN NEW; END $$`);
    await house.database.query(
      `CREATE TRIGGER dawdle BEFORE INSERT ON orphan_receipt FOR EACH ROW EXECUTE FUNCTION dawdle()`,
    );
    try {
      let answer = (_: SendOutcome) => {};
      carrier.answers = [
        new Promise((resolve) => {
          answer = resolve;
        }),
      ];
      await work();
      const ref = await queue('crossing');
      await house.until(() => carrier.sent.length === 1);
      await house.database.query('SELECT pg_advisory_lock(4711)');
      void receipt('delivered', 'id-crossing');
      await house.until(
        async () =>
          (
            await house.database.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)
          )[0],
      );
      answer({ kind: 'accepted', providerId: 'id-crossing', reply: 'ok' });
      await inState(ref, 'SENT_ON');
      await new Promise((settled) => setTimeout(settled, 100)); // long enough to have looked in vain
      await house.database.query('SELECT pg_advisory_unlock(4711)');
      await inState(ref, 'DELIVERED');
    } finally {
      await house.database.query('DROP TRIGGER dawdle ON orphan_receipt');
    }
  });

  it('that comes twice, or contradicts the first, changes nothing', async () => {
    const { stop } = await work();
    const ref = await queue('twice');
    await inState(ref, 'SENT_ON');
    await receipt('delivered', `${carrier.route}-1`);
    const delivered = await inState(ref, 'DELIVERED');
    await house.advance(5);
    await receipt('delivered', `${carrier.route}-1`);
    await receipt('undeliverable', `${carrier.route}-1`);
    await stop();
    expect(await rowOf(ref)).toMatchObject({ state: 'DELIVERED', delivered_at: delivered.delivered_at });
    expect(progressOf(ref)).toEqual(['accepted', 'delivered']);
    expect(await stationsOf(ref)).toEqual(['QUEUED', 'SENT_ON', 'DELIVERED']);
  });

  it('that came twice does not answer for a later message, when the carrier counts from one again', async () => {
    const { stop } = await work();
    const first = await queue('before the restart');
    await inState(first, 'SENT_ON');
    await receipt('delivered', `${carrier.route}-1`);
    await inState(first, 'DELIVERED');
    await receipt('delivered', `${carrier.route}-1`);
    await stop();
    carrier.sent.length = 0;
    const again = await work();
    const second = await queue('after the restart');
    await inState(second, 'SENT_ON');
    await again.stop();
    expect(await rowOf(second)).toMatchObject({ state: 'SENT_ON' });
  });

  it('that says the message is on its way ends nothing', async () => {
    const { stop } = await work();
    const ref = await queue('enroute');
    await inState(ref, 'SENT_ON');
    await receipt('enroute', `${carrier.route}-1`);
    await receipt('delivered', 'somebody else');
    await stop();
    expect(await rowOf(ref)).toMatchObject({ state: 'SENT_ON' });
  });

  it('that says it will never arrive is told as a refusal', async () => {
    await work();
    const ref = await queue('undeliverable');
    await inState(ref, 'SENT_ON');
    await receipt('undeliverable', `${carrier.route}-1`);
    expect(await inState(ref, 'REFUSED')).toMatchObject({ delivered_at: null });
    expect(progressOf(ref)).toEqual(['accepted', 'refused']);
  });

  it('is for the message that has the id as written, not for one that has its hexadecimal twin', async () => {
    carrier.answers = ['16', '10'].map(
      (providerId) => ({ kind: 'accepted', providerId, reply: 'ok' }) as const,
    );
    await work();
    const twin = await queue('twin');
    await inState(twin, 'SENT_ON');
    const meant = await queue('meant');
    await inState(meant, 'SENT_ON');
    await receipt('delivered', '10', '16');
    await inState(meant, 'DELIVERED');
    expect(await rowOf(twin)).toMatchObject({ state: 'SENT_ON' });
    await receipt('delivered', '22', '16');
    await inState(twin, 'DELIVERED');
  });

  it('of another route is none of ours', async () => {
    const elsewhere = openLane();
    await work();
    const ref = await queue('ours');
    await inState(ref, 'SENT_ON');
    await elsewhere.carrier.receive({ providerIds: [`${carrier.route}-1`], state: 'delivered' });
    expect(await rowOf(ref)).toMatchObject({ state: 'SENT_ON' });
  });
});

describe('a claim', () => {
  it('gives each message to one of many who ask at once', async () => {
    for (let n = 0; n < 10; n += 1) await queue(`claimed${n}`);
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, n) => claimMessages(house.db.read, lane, 5, `w-${n}`)),
    );
    const ids = claims.flat().map(({ id }) => id);
    expect(ids).toHaveLength(10);
    expect(new Set(ids).size).toBe(10);
  });
});
