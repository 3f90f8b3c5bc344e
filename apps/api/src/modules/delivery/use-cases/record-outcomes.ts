import type { DeliveryReceipt } from '@sampai/carriers';
import type { Database, Tx } from '#platform/database';
import type { Metrics } from '#platform/metrics';
import type { DeliveryPorts, Progress, Stuck } from '../ports.ts';
import { countLanes, newsOf, sumNews, timesOf } from '../store/lane-news.ts';
import { giveBack } from '../store/lanes.ts';
import {
  type Attempt,
  type Changed,
  type FinalReceipt,
  lockReceipts,
  recordAttempts,
  recordReceipts,
  takeOrphans,
} from '../store/record.ts';
import type { Attempted } from './hand-over.ts';
import { isRefused, newsOfRefusals } from './hear-refusals.ts';

type Needs = {
  db: Database;
  metrics: Pick<Metrics, 'handover'>;
  ports: DeliveryPorts;
  worker: string;
  routesLeft(lane: string, tried: string[]): boolean;
};
export type Arrived = { route: string; receipt: DeliveryReceipt };

/**
 * Writes down what carriers answered, in one transaction with what its owners make of it: windows move, and whoever is
 * refused by the whole provider is helped to another channel.
 */
export async function recordOutcomes(needs: Needs, attempted: Attempted[]): Promise<void> {
  const { db, ports, worker } = needs;
  const changed = await db.byKeys(async (tx) => {
    const sent = attempted.flatMap(({ kind, route, providerId: id }) =>
      kind === 'SENT_ON' && route !== null && id !== null ? [{ route, id }] : [],
    );
    await lockReceipts(
      tx,
      sent.map(({ route, id }) => ({ route, ids: [id] })),
    );
    const recorded = await recordAttempts(tx, worker, attempted.map(rowOf));
    const early = (await takeOrphans(tx, sent)).filter(({ state }) => isFinal(state));
    const settled =
      early.length === 0
        ? []
        : await recordReceipts(
            tx,
            early.map(({ route, id, state }) => finalReceipt(route, [id], state)),
          );
    const receipts = new Set(attempted.flatMap((one) => (one.receipts ? [one.id] : [])));
    const costs = new Map(attempted.map(({ id, cost }) => [id, cost]));
    await tell(ports, tx, recorded, (id) => receipts.has(id), costs);
    await tell(ports, tx, settled, (id) => receipts.has(id));
    await help(needs, tx, [...recorded, ...settled], attempted);
    return [...recorded, ...settled];
  });
  for (const { kind, route, queuedAt, at } of changed) {
    const outcome = ANSWERED[kind];
    if (outcome && route)
      needs.metrics.handover.observe({ route, outcome }, (at.getTime() - queuedAt.getTime()) / 1000);
  }
  await count(db, changed, attempted);
}

/** What the carrier answered, as figures call it; a receipt is no answer to an attempt. */
const ANSWERED: Record<string, string> = { SENT_ON: 'accepted', DEFERRED: 'deferred', UNKNOWN: 'unknown' };

/**
 * Brings receipts to their messages. They may come before the answer to the submission, twice, or for nobody: an early one
 * is kept and found again when the id it names is written; later ones change nothing.
 */
export async function recordReceiptsOf(needs: Needs, arrived: Arrived[]): Promise<void> {
  const { db, ports } = needs;
  const final = arrived.flatMap(({ route, receipt: { providerIds, state } }) =>
    isFinal(state) && providerIds.length > 0 ? [finalReceipt(route, providerIds, state)] : [],
  );
  if (final.length === 0) return;
  const changed = await db.byKeys(async (tx) => {
    await lockReceipts(tx, final);
    const settled = await recordReceipts(tx, final);
    await tell(ports, tx, settled, () => true);
    await help(needs, tx, settled, []);
    return settled;
  });
  await count(db, changed, []);
}

// What a carrier says of our pace is counted by itself: it is no trouble of the lane once the pace has changed. Nor is it what a
// route does that was tried to see whether it is better.
const rowOf = ({
  lane: _,
  ofOne: __,
  ofRoute: ___,
  limit: ____,
  throttledAgo: _____,
  signal,
  probe,
  ...row
}: Attempted): Attempt => ({
  ...row,
  wide: row.wide && signal === null && !probe,
});
const isFinal = (state: string): boolean =>
  ['delivered', 'undeliverable', 'expired', 'rejected'].includes(state);
const finalReceipt = (route: string, ids: string[], state: string): FinalReceipt => ({
  ...{ route, ids, delivered: state === 'delivered', reply: state },
});
const PROGRESS: Record<string, Progress['kind']> = {
  SENT_ON: 'accepted',
  DELIVERED: 'delivered',
  REFUSED: 'refused',
};

async function tell(
  ports: DeliveryPorts,
  tx: Tx,
  changed: Changed[],
  hasReceipts: (id: string) => boolean,
  costs = new Map<string, number>(),
): Promise<void> {
  const progress = changed.flatMap(({ id, contentRef, kind, channel, lane, at }) => {
    const told = PROGRESS[kind];
    const more = { receipts: hasReceipts(id), cost: costs.get(id) ?? 0 };
    return told ? [{ ref: contentRef, kind: told, channel, lane, at, ...more }] : [];
  });
  if (progress.length > 0) await ports.onProgress(tx, progress);
}

/** What cannot go on by itself: refused, or with everybody of its provider. */
async function help(needs: Needs, tx: Tx, changed: Changed[], attempted: Attempted[]): Promise<void> {
  const stopped = new Set(attempted.flatMap(({ id, stuck }) => (stuck ? [id] : [])));
  for (const one of changed) {
    if (one.kind === 'REFUSED') await needs.ports.onStuck(tx, stuckBy(needs, one, 'refused'));
    else if (stopped.has(one.id) && !one.wasStuck)
      await needs.ports.onStuck(tx, stuckBy(needs, one, 'provider-refusal'));
  }
}

function stuckBy(
  { routesLeft }: Needs,
  { contentRef, id, channel, lane, route, refusal, avoid }: Changed,
  reason: Stuck['reason'],
): Stuck {
  const tried = route === null ? avoid : [...avoid, route];
  const routeLeft = routesLeft(lane, tried);
  const ofAddress = refusal === 'ADDRESS';
  return { ref: contentRef, messageId: id, channel, lane, reason, ofAddress, tried, routeLeft };
}

/** The lanes' figures, after what they count: a crash in between costs a figure, not a message. */
async function count(db: Database, changed: Changed[], attempted: Attempted[]): Promise<void> {
  const said = new Map(attempted.map((one) => [one.id, one]));
  const news = sumNews([
    ...(await newsOfRefusals(db.read, changed)),
    ...changed.map(({ id, lane, route, kind, reply, done, wasState, wasStuck, failing, firstFailed }) => {
      const { wide = false, signal = null, probe = false } = said.get(id) ?? {};
      const failed = kind === 'UNKNOWN' || (kind === 'DEFERRED' && wide && signal === null);
      return newsOf(lane, route ?? '', {
        accepted: Number(kind === 'SENT_ON'),
        failing: Number(failing),
        firstFailed: Number(firstFailed),
        deferred: Number(failed && !probe && kind === 'DEFERRED'),
        unknown: Number(failed && !probe && kind === 'UNKNOWN'),
        probed: Number(failed && probe),
        slowDowns: Number(signal === 'slow-down'),
        stops: Number(signal === 'stop'),
        refused: Number(kind === 'REFUSED'),
        returned: Number(wasState === 'SENT_ON' && isRefused({ kind, reply })),
        dropped: Number(kind === 'DROPPED'),
        delivered: Number(kind === 'DELIVERED'),
        onTime: Number(done && !wasStuck),
      });
    }),
  ]);
  await countLanes(db.read, news, timesOf(changed));
  for (const { lane, dropped } of news) if (dropped > 0) await giveBack(db.read, lane, dropped);
}
