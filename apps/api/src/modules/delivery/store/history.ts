import { type Sql, sql, type Tx } from '#platform/database';
import { timesOf } from './lanes.ts';

export type ArrivalHour = {
  lane: string;
  at: Date;
  samples: number;
  p50: number | null;
  p95: number | null;
};

/** Lanes that we do not list are one (`mail:*`): how a domain of somebody's choice does is nobody else's to read. */
const SHOWN_AS = sql`CASE WHEN EXISTS (SELECT 1 FROM lane WHERE id = a.lane) THEN a.lane ELSE split_part(a.lane, ':', 1) || ':*' END`;

/**
 * Arrival times in seconds by lane and hour of arrival, the last 24 hours without a gap, oldest first. Lanes without an entry of
 * their own together.
 */
export const arrivalsByHour = (tx: Tx): Promise<ArrivalHour[]> =>
  tx.$queryRaw<ArrivalHour[]>`
    WITH hour AS (
      SELECT date_trunc('hour', app_now()) - n * interval '1 hour' AS at FROM generate_series(0, 23) n),
    steps AS (
      SELECT ${SHOWN_AS} AS lane, date_trunc('hour', minute) AS at, seconds, sum(messages) AS messages FROM lane_arrival a
      WHERE measure = 'ARRIVAL' AND minute >= date_trunc('hour', app_now()) - interval '23 hours' GROUP BY 1, 2, 3),
    ranked AS (
      SELECT lane, at, seconds, sum(messages) OVER (PARTITION BY lane, at ORDER BY seconds) AS up_to,
        sum(messages) OVER (PARTITION BY lane, at) AS all_of
      FROM steps),
    arrived AS (
      SELECT lane, at, max(all_of)::int AS samples, min(seconds) FILTER (WHERE up_to >= 0.5 * all_of)::float8 AS p50,
        min(seconds) FILTER (WHERE up_to >= 0.95 * all_of)::float8 AS p95
      FROM ranked GROUP BY lane, at)
    SELECT lane.lane, hour.at, coalesce(samples, 0) AS samples, p50, p95
    FROM (SELECT DISTINCT lane FROM arrived) lane CROSS JOIN hour LEFT JOIN arrived USING (lane, at)
    ORDER BY lane.lane, hour.at`;

type Times = { samples: number; p50: number | null; p95: number | null };

/** The same of the mail lanes without an entry of their own, together, as lanes have them now (`saveTimes`). */
export async function timesOfOtherMail(tx: Tx, slowestWindowSeconds: number): Promise<Times> {
  const among = sql`lane LIKE 'mail:%' AND NOT EXISTS (SELECT 1 FROM lane l WHERE l.id = lane_arrival.lane)`;
  const [row] = await tx.$queryRaw<Times[]>`
    WITH ${timesOf(sql`'mail:*'`, among, slowestWindowSeconds)} SELECT samples::int AS samples, p50::float8 AS p50, p95::float8 AS p95 FROM times`;
  return row ?? { samples: 0, p50: null, p95: null };
}

/** A code that needed longer than this was late: nobody is told to be patient for longer (SQL function lane_patience). */
const LATE = 60;
/** No code lives longer, by mail: what was queued earlier than this before a disturbance was not in it. */
const LONGEST_LIFE = 24 * 3_600;

export type Span = {
  lanes: string[] | null;
  from: Date;
  to: Date;
  /** Seconds before `from` within which codes were queued that count. */
  before?: number;
};

/**
 * The content references of codes that were deferred, late, refused or dropped in these lanes (null: in any) between two moments:
 * a part of statements, since they may be a hundred thousand. Not by way of all events that ever were (OFFSET 0).
 */
export const troubledRefs = ({ lanes, from, to, before = LONGEST_LIFE }: Span): Sql => sql`
  SELECT content_ref FROM message m
  WHERE kind = 'CODE' AND (${lanes}::text[] IS NULL OR lane = ANY (${lanes}))
    AND queued_at > ${from}::timestamptz - make_interval(secs => ${before}) AND queued_at <= ${to} AND expires_at > ${from}
    AND ((state NOT IN ('REFUSED', 'DROPPED') AND coalesce(delivered_at, sent_on_at, app_now()) > greatest(queued_at + make_interval(secs => ${LATE}), ${from}::timestamptz))
      OR stuck_at BETWEEN ${from} AND ${to}
      OR EXISTS (SELECT 1 FROM message_event e WHERE e.message_id = m.id
        AND e.kind IN ('DEFERRED', 'UNKNOWN', 'REFUSED', 'DROPPED') AND e.at BETWEEN ${from} AND ${to} OFFSET 0))`;

/** How many messages failed in lanes within ten minutes, or were late: at least as many as people for whom they did. */
export async function failedLately(tx: Tx, lanes: string[]): Promise<number> {
  const [row] = await tx.$queryRaw<{ failed: number }[]>`
    SELECT coalesce(sum(failing + stops + refused + late), 0)::int AS failed FROM lane_minute
    WHERE lane = ANY (${lanes}) AND minute > app_now() - interval '10 minutes'`;
  return row?.failed ?? 0;
}

/**
 * What was seen in lanes: messages on time from the minute of `since` on (none where it is null), and the minute in
 * which one was last tried within a day.
 */
export const trafficOf = (
  tx: Tx,
  lanes: { lane: string; since: Date | null }[],
): Promise<{ lane: string; arrived: number; triedAt: Date | null }[]> =>
  tx.$queryRaw<{ lane: string; arrived: number; triedAt: Date | null }[]>`
    SELECT l.lane, coalesce(sum(on_time) FILTER (WHERE minute >= date_trunc('minute', l.since)), 0)::int AS arrived,
      max(minute) FILTER (WHERE accepted + deferred + slow_downs + stops + unknown + refused > 0) AS "triedAt"
    FROM jsonb_to_recordset(${JSON.stringify(lanes)}::jsonb) AS l(lane text, since timestamptz)
      LEFT JOIN lane_minute m ON m.lane = l.lane AND m.minute > app_now() - interval '1 day'
    GROUP BY l.lane`;
