import { announce } from '#platform/announcer';
import { type Sql, sql, type Tx } from '#platform/database';
import type { Standings } from '../rules/choose-route.ts';
import type { Health, HealthReason, Judged, LaneWindow } from '../rules/judge-health.ts';
import { WHOLE } from '../rules/rests.ts';
import { SEEN, seenOf, type Windows } from './lanes.ts';

const seconds = (many: number): Sql => sql`make_interval(secs => ${many}::float8)`;

export type RouteSeen = LaneWindow & Judged & { lane: string; route: string; now: Date };

const HELD = sql`false AS refusing, coalesce(h.state = 'CLOSED' AND h.rests_until > app_now(), false) AS held`;
const JUDGED = sql`route <> '' AND (seen.accepted IS NOT NULL OR h.state IN ('AMBER', 'RED', 'CLOSED'))`;

/** What was seen of every route in every lane that had traffic over it, or in which it is not in order. */
export const routesSeen = (tx: Tx, windows: Windows): Promise<RouteSeen[]> =>
  tx.$queryRaw<RouteSeen[]>`
    WITH ${seenOf(sql`lane, route`, windows)}
    SELECT lane, route, ${SEEN}, ${HELD}
    FROM seen FULL JOIN (SELECT * FROM route_health WHERE lane <> ${WHOLE}) h USING (lane, route)
      LEFT JOIN missed USING (lane, route) LEFT JOIN quiet USING (lane, route)
    WHERE ${JUDGED} ORDER BY lane, route`;

/** The same of every route as a whole, whatever it carries. */
export const wholeRoutesSeen = (tx: Tx, windows: Windows): Promise<RouteSeen[]> =>
  tx.$queryRaw<RouteSeen[]>`
    WITH ${seenOf(sql`route`, windows)}
    SELECT ${WHOLE} AS lane, route, ${SEEN}, ${HELD}
    FROM seen FULL JOIN (SELECT * FROM route_health WHERE lane = ${WHOLE}) h USING (route) LEFT JOIN missed USING (route) LEFT JOIN quiet USING (route)
    WHERE ${JUDGED} ORDER BY route`;

export type RouteJudgement = { lane: string; route: string; state: Health; reason: HealthReason } & {
  badAt: Date | null;
};

/**
 * Writes down how routes do, except of one that was closed meanwhile because its provider refuses it; gives those written. As with
 * lanes, where one is called red or closed, its proof begins with nothing.
 */
export const saveRoutes = (
  tx: Tx,
  judged: RouteJudgement[],
): Promise<Pick<RouteJudgement, 'lane' | 'route'>[]> =>
  tx.$queryRaw<Pick<RouteJudgement, 'lane' | 'route'>[]>`
    INSERT INTO route_health AS o (lane, route, state, reason, bad_at)
    SELECT lane, route, state, reason, "badAt" FROM jsonb_to_recordset(${JSON.stringify(judged)}::jsonb)
      AS j(lane text, route text, state text, reason text, "badAt" timestamptz) ORDER BY lane, route
    ON CONFLICT (lane, route) DO UPDATE SET state = excluded.state, reason = excluded.reason, bad_at = excluded.bad_at,
      good = CASE WHEN o.state IN ('RED', 'CLOSED') THEN o.good ELSE 0 END, arrived = CASE WHEN o.state IN ('RED', 'CLOSED') THEN o.arrived ELSE 0 END,
      since = CASE WHEN o.state = excluded.state THEN o.since ELSE app_now() END
    WHERE excluded.state = 'CLOSED' OR o.state <> 'CLOSED' OR o.rests_until IS NULL OR o.rests_until <= app_now()
    RETURNING lane, route`;

type Resting = { lane: string; route: string; seconds: number; why: string };

/** Three messages in a row failed over a route: everybody takes another one for a while. Noted once a minute at most. */
export async function restRoute(tx: Tx, r: Resting): Promise<void> {
  await tx.$executeRaw`
    WITH rested AS (
      INSERT INTO route_health AS o (lane, route, rests_until) VALUES (${r.lane}, ${r.route}, app_now() + ${seconds(r.seconds)})
      ON CONFLICT (lane, route) DO UPDATE SET rests_until = greatest(o.rests_until, excluded.rests_until)
      RETURNING lane, route, new.state, old.rests_until)
    INSERT INTO lane_decision (lane, route, kind, was, becomes, reason)
    SELECT lane, route, 'ROUTE', state, 'rests', ${r.why} FROM rested
    WHERE coalesce(rests_until < app_now() - interval '1 minute', true)`;
  announce(tx, 'lane_changed', r.lane);
}

/** The lane's provider refuses what comes by this route: it is closed there, and not even tried for as long as providers hold. */
export async function closeRoute(tx: Tx, r: Resting): Promise<void> {
  await tx.$executeRaw`
    WITH closed AS (
      INSERT INTO route_health AS o (lane, route, state, reason, bad_at, rests_until)
      VALUES (${r.lane}, ${r.route}, 'CLOSED', 'provider-refusal', app_now(), app_now() + ${seconds(r.seconds)})
      ON CONFLICT (lane, route) DO UPDATE SET state = 'CLOSED', reason = 'provider-refusal', bad_at = app_now(), good = 0, arrived = 0,
        rests_until = greatest(o.rests_until, excluded.rests_until), since = CASE o.state WHEN 'CLOSED' THEN o.since ELSE app_now() END
      RETURNING lane, route, coalesce(old.state, 'UNKNOWN') AS was)
    INSERT INTO lane_decision (lane, route, kind, was, becomes, reason)
    SELECT lane, route, 'ROUTE', was, 'CLOSED', ${r.why} FROM closed WHERE was <> 'CLOSED'`;
  announce(tx, 'lane_changed', r.lane);
}

const isDue = (everySeconds: number): Sql =>
  sql`(state IN ('RED', 'CLOSED') AND coalesce(rests_until <= app_now(), true) AND coalesce(probed_at <= app_now() - ${seconds(everySeconds)}, true))`;

/** Takes the turn of trying a route that is out of order, where it is due: whoever is told yes sends a message over it. */
export const takeRouteProbe = async (
  tx: Tx,
  r: { lane: string; route: string; everySeconds: number },
): Promise<boolean> =>
  (await tx.$executeRaw`
    UPDATE route_health SET probed_at = app_now() WHERE lane = ${r.lane} AND route = ${r.route} AND ${isDue(r.everySeconds)}`) >
  0;

/** Routes that are not in order, for those who choose one. */
export const routesOutOfOrder = (tx: Tx, probeSeconds: number): Promise<Standings> =>
  tx.$queryRaw<Standings>`
    SELECT lane, route, state, coalesce(rests_until > app_now(), false) AS rests, ${isDue(probeSeconds)} AS "probeDue"
    FROM route_health WHERE state IN ('RED', 'CLOSED') OR rests_until > app_now()`;
