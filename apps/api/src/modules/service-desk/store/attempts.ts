import type { Tx } from '#platform/database';
import { bytes } from '#platform/digest';
import type { Counted } from '../rules/judge-attempt.ts';

/** One more attempt under `key`, counted before it is checked; a window that has passed begins anew. */
export async function countAttempt(tx: Tx, key: Uint8Array, windowSeconds: number): Promise<Counted> {
  const [row] = await tx.$queryRaw<Counted[]>`
    INSERT INTO agent_attempt (key, attempts, window_end)
    VALUES (${bytes(key)}, 1, app_now() + make_interval(secs => ${windowSeconds}))
    ON CONFLICT (key) DO UPDATE SET
      attempts = CASE WHEN agent_attempt.window_end <= app_now() THEN 1 ELSE agent_attempt.attempts + 1 END,
      window_end = CASE WHEN agent_attempt.window_end <= app_now() THEN excluded.window_end ELSE agent_attempt.window_end END
    RETURNING attempts, window_end AS "windowEnd"`;
  if (!row) throw new Error('the count gave no row');
  return row;
}

/** A right password takes its own attempt back. */
export const takeBackAttempt = (tx: Tx, key: Uint8Array): Promise<number> =>
  tx.$executeRaw`UPDATE agent_attempt SET attempts = greatest(attempts - 1, 0) WHERE key = ${bytes(key)}`;

export const clearAttempts = (tx: Tx, key: Uint8Array): Promise<number> =>
  tx.$executeRaw`DELETE FROM agent_attempt WHERE key = ${bytes(key)}`;
