import type { Tx } from '#platform/database';
import type { Health, HealthReason } from '../rules/judge-health.ts';
import { CONFIGURED } from './configured.ts';
import { IS_DEAF } from './ears.ts';

export type LaneFigures = {
  lane: string;
  health: Health;
  reason: HealthReason;
  since: Date | null;
  /** Messages a second; null where it was never fed. */
  pace: number | null;
  heldUntil: Date | null;
  waiting: number;
  oldestSeconds: number;
};

/** How every lane stands that was judged, fed, or has something waiting. */
export const figuresOfLanes = (tx: Tx): Promise<LaneFigures[]> =>
  tx.$queryRaw<LaneFigures[]>`
    WITH waiting AS (
      SELECT lane, count(*)::int AS messages, extract(epoch FROM app_now() - min(queued_at))::float8 AS oldest
      FROM message WHERE state = 'QUEUED' GROUP BY lane)
    SELECT lane, coalesce(h.state, 'UNKNOWN') AS health, coalesce(h.reason, 'no-traffic') AS reason, h.since,
      p.rate AS pace, CASE WHEN p.held_until > app_now() THEN p.held_until END AS "heldUntil",
      coalesce(w.messages, 0) AS waiting, coalesce(w.oldest, 0) AS "oldestSeconds"
    FROM lane_health h FULL JOIN lane_pace p USING (lane) FULL JOIN waiting w USING (lane) ORDER BY lane`;

export type RouteFigures = {
  lane: string;
  route: string;
  health: Health;
  reason: HealthReason;
  /** Since when it is judged so; null where it never was. */
  since: Date | null;
  /** Until when another one is taken, whatever its health. */
  restsUntil: Date | null;
  /** Whether workers have it in their file. */
  configured: boolean;
  /** Of a route as a whole that takes messages and whose receipts reach nobody: why, and since when, by the real clock. */
  deafWhy: string | null;
  deafSince: Date | null;
  accepted: number;
  failed: number;
  throttled: number;
  stopped: number;
  refused: number;
  late: number;
};

/** How each route does that is used or not in order, and what became of attempts over it within the last 15 minutes. */
export const figuresOfRoutes = (tx: Tx): Promise<RouteFigures[]> =>
  tx.$queryRaw<RouteFigures[]>`
    WITH lately AS (
      SELECT lane, route, sum(accepted) AS accepted, sum(deferred + unknown + probed) AS failed, sum(slow_downs) AS throttled,
        sum(stops) AS stopped, sum(refused) AS refused, sum(late) AS late
      FROM lane_minute WHERE route <> '' AND minute > app_now() - interval '15 minutes' GROUP BY lane, route),
    configured AS (${CONFIGURED})
    SELECT lane, route, coalesce(h.state, 'UNKNOWN') AS health, coalesce(h.reason, 'no-traffic') AS reason, h.since,
      CASE WHEN h.rests_until > app_now() THEN h.rests_until END AS "restsUntil",
      NOT EXISTS (SELECT 1 FROM configured) OR route IN (SELECT route FROM configured) AS configured,
      CASE WHEN ${IS_DEAF} THEN h.deaf_why END AS "deafWhy", CASE WHEN ${IS_DEAF} THEN h.deaf_since END AS "deafSince",
      coalesce(accepted, 0)::int AS accepted, coalesce(failed, 0)::int AS failed, coalesce(throttled, 0)::int AS throttled,
      coalesce(stopped, 0)::int AS stopped, coalesce(refused, 0)::int AS refused, coalesce(late, 0)::int AS late
    FROM lately FULL JOIN route_health h USING (lane, route)
    WHERE lately.lane IS NOT NULL OR h.state IN ('AMBER', 'RED', 'CLOSED') OR h.rests_until > app_now() OR ${IS_DEAF} ORDER BY lane, route`;

/** The health of each configured route in each lane that it served, and as a whole; one that served none has none. */
export const healthOfRoutes = (tx: Tx): Promise<{ route: string; health: Health }[]> =>
  tx.$queryRaw<{ route: string; health: Health }[]>`
    SELECT route, coalesce(h.state, 'UNKNOWN') AS health FROM (${CONFIGURED}) c LEFT JOIN route_health h USING (route)`;

export type Decided = {
  at: Date;
  lane: string;
  route: string | null;
  kind: 'HEALTH' | 'PACE' | 'ROUTE';
  was: string;
  becomes: string;
  reason: string;
};

/** What was decided about lanes within the last hours, newest first. */
export const decisionsOf = (tx: Tx, hours: number, limit: number): Promise<Decided[]> =>
  tx.$queryRaw<Decided[]>`
    SELECT at, lane, route, kind, was, becomes, reason FROM lane_decision
    WHERE at > app_now() - make_interval(hours => ${hours}::int) ORDER BY id DESC LIMIT ${limit}`;
