import type { Tx } from '#platform/database';
import type { Health, HealthReason } from '../rules/judge-health.ts';

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
  accepted: number;
  failed: number;
  throttled: number;
  stopped: number;
  refused: number;
  late: number;
};

/** What became of attempts over each route within the last 15 minutes. */
export const figuresOfRoutes = (tx: Tx): Promise<RouteFigures[]> =>
  tx.$queryRaw<RouteFigures[]>`
    SELECT lane, route, sum(accepted)::int AS accepted, sum(deferred + unknown)::int AS failed, sum(slow_downs)::int AS throttled,
      sum(stops)::int AS stopped, sum(refused)::int AS refused, sum(late)::int AS late
    FROM lane_minute WHERE route <> '' AND minute > app_now() - interval '15 minutes' GROUP BY lane, route ORDER BY lane, route`;

export type Decided = {
  at: Date;
  lane: string;
  kind: 'HEALTH' | 'PACE' | 'ROUTE';
  was: string;
  becomes: string;
  reason: string;
};

/** What was decided about lanes within the last hours, newest first. */
export const decisionsOf = (tx: Tx, hours: number, limit: number): Promise<Decided[]> =>
  tx.$queryRaw<Decided[]>`
    SELECT at, lane, kind, was, becomes, reason FROM lane_decision
    WHERE at > app_now() - make_interval(hours => ${hours}::int) ORDER BY id DESC LIMIT ${limit}`;
