import { sql, type Tx } from '#platform/database';

/**
 * The routes that workers have now: each says so every half minute, and what the last of them does not have any more is not. Those
 * of the last ones where no worker runs.
 */
export const CONFIGURED = sql`
  SELECT route FROM configured_route WHERE at > (SELECT max(at) FROM configured_route) - interval '2 minutes'`;

/** A worker says which routes it has. What is known of the health of routes that nobody has had for a day is forgotten. */
export const noteConfigured = (tx: Tx, routes: readonly string[]): Promise<number> =>
  tx.$executeRaw`
    WITH noted AS (
      INSERT INTO configured_route (route) SELECT unnest(${[...routes]}::text[]) AS route ORDER BY route
      ON CONFLICT (route) DO UPDATE SET at = clock_timestamp()),
    gone AS (
      SELECT h.lane, h.route FROM route_health h
      WHERE h.route <> ALL (${[...routes]}::text[])
        AND NOT EXISTS (SELECT 1 FROM configured_route c WHERE c.route = h.route AND c.at > clock_timestamp() - interval '1 day')
      FOR UPDATE SKIP LOCKED)
    DELETE FROM route_health h USING gone WHERE h.lane = gone.lane AND h.route = gone.route`;
