import { join, sql, type Tx } from '#platform/database';
import { bytes } from '#platform/digest';
import type { Counted } from '../rules/judge-failures.ts';

export async function readFailures(tx: Tx, keys: Uint8Array[]): Promise<{ now: Date; counts: Counted[] }> {
  const rows = await tx.$queryRaw<{ key: Uint8Array | null; failures: number; windowEnd: Date; now: Date }[]>`
    SELECT f.key, f.failures, f.window_end AS "windowEnd", n.now
    FROM (SELECT app_now() AS now) n LEFT JOIN failure_count f ON f.key IN (${join(keys.map((key) => bytes(key)))})`;
  const counts = keys.map(
    (key) =>
      rows.find((row) => row.key && Buffer.compare(row.key, key) === 0) ?? { failures: 0, windowEnd: null },
  );
  return { now: rows[0]?.now ?? new Date(0), counts };
}

/** One more failure for each key; a window that has passed begins anew. */
export async function countFailures(tx: Tx, keys: Uint8Array[], windowSeconds: number): Promise<void> {
  const rows = keys.map(
    (key) => sql`(${bytes(key)}::bytea, 1, app_now() + make_interval(secs => ${windowSeconds}))`,
  );
  await tx.$executeRaw`
    INSERT INTO failure_count (key, failures, window_end) VALUES ${join(rows)}
    ON CONFLICT (key) DO UPDATE SET
      failures = CASE WHEN failure_count.window_end <= app_now() THEN 1 ELSE failure_count.failures + 1 END,
      window_end = CASE WHEN failure_count.window_end <= app_now() THEN excluded.window_end ELSE failure_count.window_end END`;
}

export const clearFailures = (tx: Tx, keys: Uint8Array[]): Promise<number> =>
  tx.$executeRaw`DELETE FROM failure_count WHERE key IN (${join(keys.map((key) => bytes(key)))})`;
