import { type Progress, USUAL_P95_SECONDS } from '#modules/delivery';
import type { Tx } from '#platform/database';
import { windowEnd } from '../rules/window.ts';
import { lockWindows, moveWindows } from '../store/progress.ts';
import type { Needs } from './needs.ts';

/**
 * Messages made progress: their tokens' windows begin or move forward, in the transaction that records the progress. What an
 * SMS costs us is counted by what it was for; receipts and notices are no tokens.
 */
export async function hearProgress(
  { delivery, metrics }: Needs,
  tx: Tx,
  progress: Progress[],
): Promise<void> {
  const moving = progress.filter(({ kind }) => kind !== 'refused');
  if (moving.length === 0) return;
  const windows = await lockWindows(tx, [...new Set(moving.map(({ ref }) => ref))]);
  const known = new Map(windows.map((window) => [window.id, window]));
  for (const { ref, lane, cost } of moving)
    if (cost > 0) metrics.smsRupiah.inc({ lane, purpose: known.get(ref)?.purpose ?? 'NOTICE' }, cost);
  const ends = new Map<string, Date>();
  for (const { ref, kind, lane, channel, at } of moving) {
    const token = known.get(ref);
    if (!token?.open || kind === 'refused') continue;
    const { windowSeconds } = token;
    const { p95 } = await delivery.arrival(lane);
    const until = windowEnd({ windowSeconds, kind, at, p95Seconds: p95 ?? USUAL_P95_SECONDS[channel] });
    const latest = ends.get(ref);
    if (until && (!latest || latest < until)) ends.set(ref, until);
  }
  if (ends.size > 0)
    await moveWindows(
      tx,
      [...ends].map(([id, until]) => ({ id, until })),
    );
}
