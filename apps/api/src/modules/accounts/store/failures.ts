import type { Tx } from '#platform/database';
import { bytes } from '#platform/digest';
import type { Counted } from '../rules/judge-failures.ts';

/** One more attempt under `key`, counted before it is checked; a window that has passed begins anew. */
export async function countAttempt(
  tx: Tx,
  key: Uint8Array,
  windowSeconds: number,
): Promise<Counted & { now: Date }> {
  const [row] = await tx.$queryRaw<(Counted & { now: Date })[]>`
    INSERT INTO failure_count (key, failures, window_end)
    VALUES (${bytes(key)}, 1, app_now() + make_interval(secs => ${windowSeconds}))
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN failure_count.window_end <= app_now() THEN 1 ELSE failure_count.failures + 1 END,
      window_end = CASE WHEN failure_count.window_end <= app_now() THEN excluded.window_end ELSE failure_count.window_end END
    RETURNING failures, window_end AS "windowEnd", app_now() AS now`;
  if (!row) throw new Error('the count gave no row');
  return row;
}

/** An attempt that succeeded, or was not heard, is taken back. */
export const takeBackAttempt = (tx: Tx, key: Uint8Array): Promise<number> =>
  tx.$executeRaw`UPDATE failure_count SET failures = greatest(failures - 1, 0) WHERE key = ${bytes(key)}`;

export const clearFailures = (tx: Tx, key: Uint8Array): Promise<number> =>
  tx.$executeRaw`DELETE FROM failure_count WHERE key = ${bytes(key)}`;
