import { type Progress, USUAL_P95_SECONDS } from '#modules/delivery';
import type { Tx } from '#platform/database';
import { windowEnd } from '../rules/window.ts';
import { moveWindow, windowOf } from '../store/progress.ts';
import type { Needs } from './needs.ts';

/** A message made progress: the token's window begins or moves forward, in the transaction that records the progress. */
export async function hearProgress({ delivery }: Needs, tx: Tx, progress: Progress): Promise<void> {
  if (progress.kind === 'refused') return;
  const token = await windowOf(tx, progress.ref);
  if (!token) return;
  const { p95 } = await delivery.arrival(progress.lane);
  const until = windowEnd({
    windowSeconds: token.windowSeconds,
    kind: progress.kind,
    at: progress.at,
    p95Seconds: p95 ?? USUAL_P95_SECONDS[progress.channel],
  });
  if (until) await moveWindow(tx, progress.ref, until);
}
