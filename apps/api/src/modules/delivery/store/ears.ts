import { sql, type Tx } from '#platform/database';
import { WHOLE } from '../rules/rests.ts';

/** What one worker hears. */
export type Ears = { hearing: string[]; deaf: { route: string; why: string }[] };

/** A worker's word is good for so long, by the real clock: it repeats it every two seconds. */
const FRESH = sql`clock_timestamp() - interval '10 seconds'`;
/** A receiver that only comes up again keeps nobody waiting: carriers keep receipts for a while. */
const LASTING = sql`clock_timestamp() - interval '5 seconds'`;
/**
 * Of a route `h` as a whole: some worker sends over it and is not bound to receive, and none is, by the last words of all. A receipt
 * goes to whichever line of the account stands: one worker that hears it is enough.
 */
export const IS_DEAF = sql`(h.deaf_at > ${FRESH} AND h.deaf_since <= ${LASTING} AND coalesce(h.heard_at <= ${FRESH}, true))`;

/** A worker says over which routes it hears receipts. Where one is in doubt for another worker, its word is written down, too. */
export async function tellEars(tx: Tx, { hearing, deaf }: Ears): Promise<void> {
  for (const { route, why } of deaf)
    await tx.$executeRaw`
      INSERT INTO route_health AS o (lane, route, deaf_since, deaf_at, deaf_why) VALUES (${WHOLE}, ${route}, clock_timestamp(), clock_timestamp(), ${why})
      ON CONFLICT (lane, route) DO UPDATE SET deaf_at = excluded.deaf_at, deaf_why = excluded.deaf_why,
        deaf_since = CASE WHEN o.deaf_at > ${FRESH} THEN o.deaf_since ELSE excluded.deaf_since END`;
  if (hearing.length === 0) return;
  const doubted = await tx.$queryRaw<{ route: string }[]>`
    SELECT route FROM route_health WHERE lane = ${WHOLE} AND route = ANY (${hearing}) AND deaf_at > ${FRESH}`;
  for (const { route } of doubted)
    await tx.$executeRaw`
      UPDATE route_health SET heard_at = clock_timestamp() WHERE lane = ${WHOLE} AND route = ${route}`;
}

/** Routes that take messages, and whose receipts reach no worker. */
export const deafRoutes = async (tx: Tx): Promise<string[]> =>
  (
    await tx.$queryRaw<{ route: string }[]>`
      SELECT route FROM route_health h WHERE lane = ${WHOLE} AND ${IS_DEAF}`
  ).map(({ route }) => route);

/**
 * Nothing more is awaited of what these routes have taken: that no receipt comes says nothing of carriers. What is in another's hand
 * at this moment is left to them.
 */
export const awaitNothing = (tx: Tx, routes: string[]): Promise<number> =>
  tx.$executeRaw`
    WITH unheard AS (
      SELECT id FROM message WHERE patience_until IS NOT NULL AND state = 'SENT_ON' AND route = ANY (${routes}) FOR UPDATE SKIP LOCKED)
    UPDATE message m SET patience_until = NULL FROM unheard u WHERE m.id = u.id`;
