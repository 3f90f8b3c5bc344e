import type { SendOutcome } from '@sampai/carriers';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type Notices, openNotices } from '#platform/notices';
import { type FakeCarrier, fakeCarrier } from '#testing/fake-carrier';
import { fakeRoutes } from '#testing/fake-routes';
import { type House, judgeLanesFrom, openHouse, QUICK_ROUNDS } from '#testing/house';
import { type Content, type ContentRequest, type Progress, runDispatcher } from '../index.ts';
import { LEASES, type LeaseTimes } from '../leases.ts';
import type { Routes } from '../routes.ts';
import { makeEar } from './heard.ts';
import { tablesOf } from './tables.ts';

const HOUR_MS = 3_600_000;

/** What a claim gives, where a test is not about that. */
export const A_LEASE = { leaseSeconds: 10, takeOverUntil: null };

type Texts = (requests: ContentRequest[]) => Promise<(Content | 'dead')[]>;
type Worker = {
  onProgress?: (told: Progress) => Promise<void>;
  /** Another way to the same database. */
  over?: House;
  leaseTimes?: LeaseTimes;
  contentsOf?: Texts;
  /** Routes of its own. */
  by?: Routes;
};
type Wish = { kind?: 'CODE' | 'RECEIPT' | 'NOTICE'; lane?: string; expiresIn?: number; to?: string };

/**
 * The queue for a test file, on a database of its own, with carriers in memory and workers to order. Each test has its own lane and
 * carrier, and leaves nothing in the queue. Said once, at the head of the file.
 */
export function usePost(open: () => Promise<House> = () => openHouse()) {
  let house: House;
  let notices: Notices;
  let test = 0;
  let own: { lane: string; carrier: FakeCarrier };
  let workers: { stop(): Promise<void> }[] = [];
  let letGo = () => {};
  let hanging: Promise<SendOutcome>;
  const carriers = new Map<string, FakeCarrier>();
  const dead = new Set<string>();
  const { ports, heard } = makeEar();
  const { drop, runClock, settled, ...tables } = tablesOf(() => house);

  function openLane() {
    const name = `nr${test}-${carriers.size}`;
    const opened = { lane: `mail:${name}.example`, carrier: fakeCarrier(name, 'EMAIL') };
    carriers.set(opened.lane, opened.carrier);
    return opened;
  }
  const texts: Texts = async (requests) =>
    requests.map(({ ref }) => (dead.has(ref) ? 'dead' : { subject: 's', text: ref }));
  async function judgeFrom(fewest: number, quietFewest?: number): Promise<void> {
    await judgeLanesFrom(house.database, fewest, quietFewest);
    house.policies.forget();
  }
  /** After each test. */
  async function end(): Promise<void> {
    letGo();
    for (const { stop } of workers) await stop();
    workers = [];
    await drop();
  }

  beforeAll(async () => {
    house = await open();
    notices = await openNotices(house.database.url, house.log);
  });
  afterAll(async () => {
    await notices.close();
    await house.close();
  });
  beforeEach(() => {
    test += 1;
    carriers.clear();
    own = openLane();
    hanging = new Promise((answer) => {
      letGo = () => answer({ kind: 'unknown', reason: 'the test is over' });
    });
  });
  afterEach(async () => {
    await end();
    await runClock();
    await judgeFrom(Number.MAX_SAFE_INTEGER);
  });

  return {
    ...{ ...tables, ...heard, openLane, judgeFrom, end },
    get house() {
      return house;
    },
    /** The lane of the test, and its carrier. */
    get lane() {
      return own.lane;
    },
    get carrier() {
      return own.carrier;
    },
    /** Those who hear of messages and lanes, for what is done here without a worker. */
    ports: { contentsOf: texts, ...ports(async () => {}) },
    /** What a carrier that hangs answers with: nothing while the test runs. */
    hang: () => hanging,
    /** Nobody needs this content any more. */
    kill: (contentRef: string) => dead.add(contentRef),
    settled: () => settled(own.lane),
    /** The lane of the test is at rest, and what came of it is judged. */
    async allJudged(): Promise<void> {
      await settled(own.lane);
      await house.judged();
    },
    /** Time jumps once the lane is at rest: what was answered before is counted before. */
    async later(seconds: number): Promise<void> {
      await settled(own.lane);
      await house.advance(seconds);
    },
    /** A worker process, as far as the queue knows it. Its carriers are those of the lanes opened so far. */
    async work({
      onProgress = async () => {},
      over = house,
      contentsOf = texts,
      leaseTimes,
      by,
    }: Worker = {}) {
      const routes = [...carriers].map(([at, one]) => ({
        ...{ at, name: one.route, originLine: false, receipts: true, carrier: one },
      }));
      const worker = await runDispatcher({
        ...{ ...over, notices, rounds: QUICK_ROUNDS },
        // Who takes over is not kept waiting, where a test is not about that.
        leaseTimes: leaseTimes ?? { ...LEASES, graceMs: 0 },
        routes: by ?? fakeRoutes(routes, (wanted) => routes.find(({ at }) => at === wanted)),
        ports: { contentsOf, ...ports(onProgress) },
      });
      workers.push(worker);
      return worker;
    },
    /** Puts a message to an address of its own (or by the name `to`) into the test's lane, or another; returns its content reference, which is also its text. */
    async queue(ref: string, wish: Wish = {}): Promise<string> {
      const { kind = 'CODE', lane = own.lane, expiresIn = HOUR_MS } = wish;
      const contentRef = `${ref}-${test}`;
      const to = `${wish.to ?? ref.replaceAll(' ', '')}-${test}@example.com`;
      const message = house.delivery.destination('EMAIL', to, 's••a@example.com');
      await house.db.inTransaction(async (tx) => {
        const [row] = await tx.$queryRaw<{ at: Date }[]>`SELECT app_now() AS at`;
        const expiresAt = new Date(Number(row?.at) + expiresIn);
        await house.delivery.enqueue(tx, {
          ...{ ...message, lane, kind, contentRef, cause: 'ASKED', locale: 'id', expiresAt },
        });
      });
      return contentRef;
    },
  };
}
