import { type Progress, USUAL_P95_SECONDS } from '#modules/delivery';
import type { Tx } from '#platform/database';
import { windowEnd } from '../rules/window.ts';
import { lockWindows, moveWindows } from '../store/progress.ts';
import type { Needs } from './needs.ts';

/** Messages made progress: their tokens' windows begin or move forward, in the transaction that records the progress. */
export async function hearProgress({ delivery }: Needs, tx: Tx, progress: Progress[]): Promise<void> {
  const moving = progress.filter(({ kind }) => kind !== 'refused');
  if (moving.length === 0) return;
  const windows = await lockWindows(tx, [...new Set(moving.map(({ ref }) => ref))]);
  const lengths = new Map(windows.map(({ id, windowSeconds }) => [id, windowSeconds]));
  const ends = new Map<string, Date>();
  for (const { ref, kind, lane, channel, at } of moving) {
    const windowSeconds = lengths.get(ref);
    if (windowSeconds === undefined || kind === 'refused') continue;
    const { p95 } = await delivery.arrival(lane);
    const until = windowEnd({ windowSeconds, kind, at, p95Seconds: p95 ?? USUAL_P95_SECONDS[channel] });
    const known = ends.get(ref);
    if (until && (!known || known < until)) ends.set(ref, until);
  }
  if (ends.size > 0)
    await moveWindows(
      tx,
      [...ends].map(([id, until]) => ({ id, until })),
    );
}
