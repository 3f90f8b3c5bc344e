import type { SendOutcome } from '@sampai/carriers';
import { openNotices } from '#platform/notices';
import { type FakeCarrier, fakeCarrier } from '#testing/fake-carrier';
import { type House, openHouse } from '#testing/house';
import {
  type Content,
  type ContentRequest,
  type LaneChange,
  type Progress,
  runDispatcher,
  type Stuck,
} from '../index.ts';
import { LEASES, type LeaseTimes } from '../leases.ts';
import type { Routes } from '../routes.ts';

const HOUR_MS = 3_600_000;

export type Post = Awaited<ReturnType<typeof openPost>>;
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

/** The queue on a database of its own, with lanes, carriers in memory and workers to order; each test has its own lane. */
export async function openPost(given?: House) {
  const house = given ?? (await openHouse());
  const notices = await openNotices(house.database.url, house.log);
  const carriers = new Map<string, FakeCarrier>();
  const progress: Progress[] = [];
  const stuck: Stuck[] = [];
  const changes: LaneChange[] = [];
  const dead = new Set<string>();
  let test = 0;
  let own = '';
  let workers: { stop(): Promise<void> }[] = [];
  let letGo = () => {};
  let hanging: Promise<SendOutcome>;

  function openLane() {
    const name = `nr${test}-${carriers.size}`;
    const opened = { lane: `mail:${name}.example`, carrier: fakeCarrier(name, 'EMAIL') };
    carriers.set(opened.lane, opened.carrier);
    return opened;
  }
  const texts: Texts = async (requests) =>
    requests.map(({ ref }) => (dead.has(ref) ? 'dead' : { subject: 's', text: ref }));
  async function rowOf(contentRef: string) {
    const [row] = await house.database.query(
      `SELECT id, state, attempts, reply, delivered_at, leased_by, leased_until, leased_until > clock_timestamp() AS leased, extract(epoch FROM not_before - app_now()) AS wait
       FROM message WHERE content_ref = $1`,
      [contentRef],
    );
    return row;
  }

  return {
    house,
    openLane,
    rowOf,
    paceOf: async (lane: string) =>
      (
        await house.database.query(
          'SELECT *, held_until > app_now() AS held FROM lane_pace WHERE lane = $1',
          [lane],
        )
      )[0],
    /** Before each test: its lane and carrier. */
    begin() {
      test += 1;
      carriers.clear();
      const opened = openLane();
      own = opened.lane;
      hanging = new Promise((answer) => {
        letGo = () => answer({ kind: 'unknown', reason: 'the test is over' });
      });
      return opened;
    },
    /** After each test: nothing of it is left in the queue. */
    async end(): Promise<void> {
      letGo();
      for (const { stop } of workers) await stop();
      workers = [];
      await house.database.query(`UPDATE message SET state = 'DROPPED' WHERE state = 'QUEUED'`);
    },
    async close(): Promise<void> {
      await notices.close();
      await house.close();
    },
    /** What a carrier that hangs answers with: nothing while the test runs. */
    hang: () => hanging,
    /** Nobody needs this content any more. */
    kill: (contentRef: string) => dead.add(contentRef),
    /** What the owner of a content reference was told. */
    progressOf: (ref: string) => progress.filter((told) => told.ref === ref).map(({ kind }) => kind),
    /** Why a content reference's messages were found stuck. */
    stuckOf: (ref: string) => stuck.filter((told) => told.ref === ref).map(({ reason }) => reason),
    /** What was told of them then, whole. */
    helpFor: (ref: string) => stuck.filter((told) => told.ref === ref),
    /** How the health of a lane was judged, in order. */
    healthOf: (lane: string) => changes.filter((change) => change.lane === lane).map(({ to }) => to),
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
        ...over,
        notices,
        // Who takes over is not kept waiting, where a test is not about that.
        leaseTimes: leaseTimes ?? { ...LEASES, graceMs: 0 },
        routes: by ?? {
          all: routes,
          originHost: 'localhost',
          pick: (wanted) => routes.find(({ at }) => at === wanted),
          share: () => 1,
          mayCarry: () => true,
          left: () => false,
          worked: () => {},
          failed: () => false,
          toProbe: () => undefined,
          restFor: () => false,
        },
        ports: {
          contentsOf,
          async onProgress(_, told) {
            for (const one of told) await onProgress(one);
            progress.push(...told);
          },
          onStuck: async (_, told) => void stuck.push(told),
          onLane: async (_, change) => void changes.push(change),
        },
      });
      workers.push(worker);
      return worker;
    },
    /** Puts a message to an address of its own (or by the name `to`) into the test's lane, or another; returns its content reference, which is also its text. */
    async queue(ref: string, wish: Wish = {}): Promise<string> {
      const { kind = 'CODE', lane = own, expiresIn = HOUR_MS } = wish;
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
    inState: (contentRef: string, state: string) =>
      house.until(async () => {
        const row = await rowOf(contentRef);
        return row?.state === state && row;
      }),
    stationsOf: async (contentRef: string) =>
      (await house.delivery.timeline(house.db.read, contentRef)).map(({ kind }) => kind),
    /** The lease of a message runs out. */
    lapse: (contentRef: string) =>
      house.database.query(
        `UPDATE message SET leased_until = clock_timestamp() - interval '1 second' WHERE content_ref = $1`,
        [contentRef],
      ),
  };
}
