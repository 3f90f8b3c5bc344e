import type { Channel } from '#modules/delivery';
import type { Tx } from '#platform/database';
import type { Overruling, Purpose } from '../types.ts';

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

/** One more word of its person on whether it has arrived; false where there were `most` already. */
export const countReport = async (tx: Tx, id: string, most: number): Promise<boolean> =>
  (await tx.$executeRaw`UPDATE verification_token SET reports = reports + 1 WHERE id = ${id} AND reports < ${most}`) >
  0;

export type Window = { id: string; purpose: Purpose; open: boolean; windowSeconds: number | null };

/** The windows' lengths of the tokens among these, locked in one order for everybody. */
export const lockWindows = (tx: Tx, ids: string[]): Promise<Window[]> =>
  tx.$queryRaw<Window[]>`
    SELECT id, purpose, state = 'OPEN' AS open, window_seconds AS "windowSeconds" FROM verification_token
    WHERE id = ANY (${ids}) ORDER BY id FOR UPDATE`;

/** Moves ends of windows forward, never back and never past the absolute end. */
export const moveWindows = (tx: Tx, ends: { id: string; until: Date }[]): Promise<number> =>
  tx.$executeRaw`
    UPDATE verification_token t SET valid_until = least(t.ends_at, greatest(t.valid_until, e.until))
    FROM unnest(${ends.map(({ id }) => id)}::text[], ${ends.map(({ until }) => until)}::timestamptz[]) AS e(id, until) WHERE t.id = e.id`;

/** The person's wish was overruled, by what the lane does or by what stands against a code there. */
export const noteOverruled = (
  tx: Tx,
  id: string,
  wished: { channel: Channel; lane: string },
  by: Overruling,
): Promise<number> =>
  tx.$executeRaw`
    UPDATE verification_token SET overruled = ${wished.channel}, overruled_lane = ${wished.lane}, overruled_by = ${by} WHERE id = ${id}`;
