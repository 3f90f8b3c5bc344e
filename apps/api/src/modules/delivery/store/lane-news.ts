import { sql, type Tx } from '#platform/database';
import { WHOLE } from '../rules/rests.ts';
import type { Changed } from './record.ts';

/** What happened in a lane over a route, in messages. */
export type LaneNews = {
  lane: string;
  route: string;
  accepted: number;
  failing: number;
  firstFailed: number;
  probed: number;
  deferred: number;
  slowDowns: number;
  stops: number;
  unknown: number;
  refused: number;
  /** Addresses that were refused; messages that were accepted first. */
  turnedAway: number;
  returned: number;
  dropped: number;
  delivered: number;
  onTime: number;
  late: number;
  verified: number;
};

const NOTHING = {
  ...{
    accepted: 0,
    failing: 0,
    firstFailed: 0,
    probed: 0,
    deferred: 0,
    slowDowns: 0,
    stops: 0,
    unknown: 0,
    refused: 0,
    turnedAway: 0,
    returned: 0,
    dropped: 0,
    delivered: 0,
  },
  ...{ onTime: 0, late: 0, verified: 0 },
};
export const newsOf = (lane: string, route: string, some: Partial<LaneNews>): LaneNews => ({
  ...NOTHING,
  ...some,
  lane,
  route,
});

/** The sum of news about the same lanes and routes. */
export function sumNews(news: LaneNews[]): LaneNews[] {
  const sums = new Map<string, LaneNews>();
  for (const one of news) {
    const key = `${one.lane} ${one.route}`;
    const sum = sums.get(key) ?? newsOf(one.lane, one.route, {});
    for (const figure of FIGURES) sum[figure] += one[figure];
    sums.set(key, sum);
  }
  return [...sums.values()];
}
const FIGURES = Object.keys(NOTHING) as (keyof typeof NOTHING)[];

/** What was accepted, and what came on time, one after the other without a failure. */
const IN_A_ROW = sql`
  good = CASE t.failed WHEN 0 THEN h.good + t.accepted ELSE greatest(0, t.accepted - t.failed) END,
  arrived = CASE t.late WHEN 0 THEN h.arrived + t.on_time ELSE greatest(0, t.on_time - t.late) END`;

/**
 * Counts what happened in lanes, in one statement and in one order for everybody: figures, written after what they count. What a
 * red or closed route or lane takes without a failure between is its proof that it is better. Routes are locked before lanes, as
 * by the judge.
 */
export const countLanes = (tx: Tx, news: LaneNews[], times: Timed[]): Promise<number> =>
  tx.$executeRaw`
    WITH told AS (
      SELECT n.*, deferred + unknown + stops + turned_away AS failed
      FROM jsonb_to_recordset(${JSON.stringify(news.map(inColumns))}::jsonb) AS n(lane text, route text, accepted int, failing int,
        first_failed int, probed int, deferred int, slow_downs int, stops int, unknown int, refused int, turned_away int, returned int, dropped int, delivered int,
        on_time int, late int, verified int)),
    counted AS (
      INSERT INTO lane_minute AS o (lane, route, minute, accepted, failing, first_failed, probed, deferred, slow_downs, stops, unknown,
        refused, turned_away, returned, dropped, delivered, on_time, late, verified)
      SELECT lane, route, date_trunc('minute', app_now()), accepted, failing, first_failed, probed, deferred, slow_downs, stops, unknown,
        refused, turned_away, returned, dropped, delivered, on_time, late, verified
      FROM told, (SELECT set_config('synchronous_commit', 'off', true)) AS light
      ORDER BY lane, route
      ON CONFLICT (lane, route, minute) DO UPDATE SET accepted = o.accepted + excluded.accepted, failing = o.failing + excluded.failing,
        first_failed = o.first_failed + excluded.first_failed, probed = o.probed + excluded.probed,
        deferred = o.deferred + excluded.deferred, slow_downs = o.slow_downs + excluded.slow_downs, stops = o.stops + excluded.stops,
        unknown = o.unknown + excluded.unknown, refused = o.refused + excluded.refused,
        turned_away = o.turned_away + excluded.turned_away, returned = o.returned + excluded.returned, dropped = o.dropped + excluded.dropped,
        delivered = o.delivered + excluded.delivered, on_time = o.on_time + excluded.on_time, late = o.late + excluded.late,
        verified = o.verified + excluded.verified),
    told_of_routes AS (
      SELECT lane, route, accepted, failed + probed AS failed, on_time, late FROM told
      UNION ALL SELECT ${WHOLE}, route, sum(accepted)::int, sum(failed + probed)::int, sum(on_time)::int, sum(late)::int FROM told GROUP BY route),
    bad_route AS (
      SELECT h.lane, h.route FROM route_health h JOIN told_of_routes USING (lane, route) WHERE h.state IN ('RED', 'CLOSED')
      ORDER BY h.lane, h.route FOR UPDATE OF h),
    proof_of_route AS (
      UPDATE route_health h SET ${IN_A_ROW}
      FROM bad_route b JOIN told_of_routes t USING (lane, route) WHERE h.lane = b.lane AND h.route = b.route RETURNING 1),
    bad AS (
      SELECT h.lane FROM lane_health h, (SELECT count(*) FROM proof_of_route) AS routes_first
      WHERE h.lane IN (SELECT lane FROM told) AND h.state IN ('RED', 'CLOSED') ORDER BY h.lane FOR UPDATE OF h),
    proof AS (
      UPDATE lane_health h SET ${IN_A_ROW}
      FROM bad JOIN (
        SELECT lane, sum(accepted)::int AS accepted, sum(failed)::int AS failed, sum(on_time)::int AS on_time, sum(late)::int AS late
        FROM told GROUP BY lane) t USING (lane)
      WHERE h.lane = bad.lane)
    INSERT INTO lane_arrival AS o (lane, minute, measure, seconds, messages)
    SELECT lane, date_trunc('minute', app_now()), measure, arrival_step(took), count(*)
    FROM jsonb_to_recordset(${JSON.stringify(times)}::jsonb) AS t(lane text, measure text, took float8)
    GROUP BY lane, measure, arrival_step(took) ORDER BY 1, 3, 4
    ON CONFLICT (lane, minute, measure, seconds) DO UPDATE SET messages = o.messages + excluded.messages`;

const inColumns = ({ firstFailed, slowDowns, turnedAway, onTime, ...same }: LaneNews) => ({
  ...same,
  ...{ first_failed: firstFailed, slow_downs: slowDowns, turned_away: turnedAway, on_time: onTime },
});

export type Timed = { lane: string; measure: 'PROGRESS' | 'ARRIVAL'; took: number };

/** How long changed messages took: to progress (nothing more is awaited), and to arrive (the carrier says so, the first to say it). */
export const timesOf = (changed: Changed[]): Timed[] =>
  changed.flatMap(({ lane, kind, done, wasState, queuedAt, at }) => {
    const took = (at.getTime() - queuedAt.getTime()) / 1000;
    const progress = done ? [{ lane, measure: 'PROGRESS', took } as const] : [];
    return kind === 'DELIVERED' && wasState === 'SENT_ON'
      ? [...progress, { lane, measure: 'ARRIVAL', took } as const]
      : progress;
  });
