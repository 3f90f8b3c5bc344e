import type { Tx } from '#platform/database';

/**
 * One more send, asked for by the person. A window that has passed opens again with it, as if the carrier had taken the
 * message now: who was told "sent" must not be told "expired".
 */
export const countSend = (tx: Tx, id: string, p95Seconds: number): Promise<number> =>
  tx.$executeRaw`
    UPDATE verification_token SET sends = sends + 1, last_sent_at = app_now(),
      valid_until = CASE WHEN valid_until <= app_now()
        THEN least(ends_at, app_now() + make_interval(secs => window_seconds + ${p95Seconds}::float8)) ELSE valid_until END
    WHERE id = ${id}`;

/** Moves the end of the window forward, never back and never past the absolute end. */
export const moveWindow = (tx: Tx, id: string, until: Date): Promise<number> =>
  tx.$executeRaw`UPDATE verification_token SET valid_until = least(ends_at, greatest(valid_until, ${until})) WHERE id = ${id} AND state = 'OPEN'`;

export async function windowOf(tx: Tx, id: string): Promise<{ windowSeconds: number | null } | undefined> {
  const [row] = await tx.$queryRaw<{ windowSeconds: number | null }[]>`
    SELECT window_seconds AS "windowSeconds" FROM verification_token WHERE id = ${id}`;
  return row;
}
