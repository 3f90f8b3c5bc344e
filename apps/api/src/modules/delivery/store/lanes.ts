import { sql, type Tx } from '#platform/database';
import type { Health, HealthReason, LaneWindow } from '../rules/judge-health.ts';
import type { Pace } from '../rules/judge-pace.ts';
import type { Changed } from './record.ts';

const PACE = sql`rate, threshold, held_until AS "heldUntil", stops, stopped_at AS "stoppedAt", cut_at AS "cutAt", raised_at AS "raisedAt", good, since_cut AS taken,
  refused_rate AS "refusedRate",
  greatest(drawn_rate, drawn / greatest(1, extract(epoch FROM app_now() - drawn_since)))::float8 AS drawn`;

/** A lane's pace, locked: it is judged by one worker at a time. Nothing where the lane was never fed. */
export async function lockPace(tx: Tx, lane: string): Promise<(Pace & { now: Date }) | undefined> {
  const [row] = await tx.$queryRaw<(Pace & { now: Date })[]>`
    SELECT ${PACE}, app_now() AS now FROM lane_pace WHERE lane = ${lane} FOR UPDATE`;
  return row;
}

/** A lane whose rate falls gives up what it had saved. */
export const savePace = (tx: Tx, lane: string, p: Pace): Promise<number> =>
  tx.$executeRaw`
    UPDATE lane_pace SET rate = ${p.rate}, threshold = ${p.threshold}, held_until = ${p.heldUntil}, stops = ${p.stops},
      stopped_at = ${p.stoppedAt}, cut_at = ${p.cutAt}, raised_at = ${p.raisedAt}, good = ${p.good},
      since_cut = ${p.taken}, refused_rate = ${p.refusedRate},
      allowance = least(allowance, greatest(1, ${p.rate}::float8))
    WHERE lane = ${lane}`;

/** Messages that were claimed and not sent (their content is dead) do not use up the pace. */
export const giveBack = (tx: Tx, lane: string, messages: number): Promise<number> =>
  tx.$executeRaw`UPDATE lane_pace SET allowance = allowance + ${messages} WHERE lane = ${lane}`;

/** What happened in a lane over a route, in messages. */
export type LaneNews = {
  lane: string;
  route: string;
  accepted: number;
  failing: number;
  deferred: number;
  slowDowns: number;
  stops: number;
  unknown: number;
  refused: number;
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
    deferred: 0,
    slowDowns: 0,
    stops: 0,
    unknown: 0,
    refused: 0,
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

/**
 * Counts what happened in lanes, in one statement and in one order for everybody: figures, written after what they count. What a
 * red or closed lane takes without a failure between is its proof that it is better.
 */
export const countLanes = (tx: Tx, news: LaneNews[], times: Timed[]): Promise<number> =>
  tx.$executeRaw`
    WITH counted AS (
      INSERT INTO lane_minute AS o (lane, route, minute, accepted, failing, deferred, slow_downs, stops, unknown, refused, dropped, delivered, on_time, late, verified)
      SELECT lane, route, date_trunc('minute', app_now()), accepted, failing, deferred, "slowDowns", stops, unknown, refused, dropped, delivered, "onTime", late, verified
      FROM jsonb_to_recordset(${JSON.stringify(news)}::jsonb) AS n(lane text, route text, accepted int, failing int, deferred int, "slowDowns" int,
        stops int, unknown int, refused int, dropped int, delivered int, "onTime" int, late int, verified int),
        (SELECT set_config('synchronous_commit', 'off', true)) AS light
      ORDER BY lane, route
      ON CONFLICT (lane, route, minute) DO UPDATE SET accepted = o.accepted + excluded.accepted, failing = o.failing + excluded.failing,
        deferred = o.deferred + excluded.deferred, slow_downs = o.slow_downs + excluded.slow_downs, stops = o.stops + excluded.stops,
        unknown = o.unknown + excluded.unknown, refused = o.refused + excluded.refused, dropped = o.dropped + excluded.dropped,
        delivered = o.delivered + excluded.delivered, on_time = o.on_time + excluded.on_time, late = o.late + excluded.late,
        verified = o.verified + excluded.verified),
    bad AS (
      SELECT lane FROM lane_health WHERE lane = ANY(${[...new Set(news.map(({ lane }) => lane))]}) AND state IN ('RED', 'CLOSED')
      ORDER BY lane FOR UPDATE),
    proof AS (
      UPDATE lane_health h SET good = CASE n.failed WHEN 0 THEN h.good + n.accepted ELSE greatest(0, n.accepted - n.failed) END,
        arrived = CASE n.late WHEN 0 THEN h.arrived + n.on_time ELSE greatest(0, n.on_time - n.late) END
      FROM bad JOIN (
        SELECT lane, sum(accepted)::int AS accepted, sum(deferred + unknown + stops)::int AS failed,
          sum("onTime")::int AS on_time, sum(late)::int AS late
        FROM jsonb_to_recordset(${JSON.stringify(news)}::jsonb) AS n(lane text, accepted int, deferred int, unknown int, stops int,
          "onTime" int, late int) GROUP BY lane) n USING (lane)
      WHERE h.lane = bad.lane)
    INSERT INTO lane_arrival AS o (lane, minute, measure, seconds, messages)
    SELECT lane, date_trunc('minute', app_now()), measure, arrival_step(took), count(*)
    FROM jsonb_to_recordset(${JSON.stringify(times)}::jsonb) AS t(lane text, measure text, took float8)
    GROUP BY lane, measure, arrival_step(took) ORDER BY 1, 3, 4
    ON CONFLICT (lane, minute, measure, seconds) DO UPDATE SET messages = o.messages + excluded.messages`;

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

export type LaneSeen = LaneWindow & {
  lane: string;
  channel: 'SMS' | 'EMAIL';
  state: Health;
  reason: HealthReason;
  badAt: Date | null;
  now: Date;
};

/** Only one worker judges at a time: until the end of the transaction the others are told no. */
export async function mayJudge(tx: Tx): Promise<boolean> {
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('judge-lanes', 0)) AS mine`;
  return lock?.mine ?? false;
}

/** What was seen of every lane: failures of the last minute or two (trouble is new), lateness of the window. */
export const lanesSeen = (tx: Tx, windowSeconds: number, probes: number): Promise<LaneSeen[]> =>
  tx.$queryRaw<LaneSeen[]>`
    WITH seen AS (
      SELECT lane,
        sum(accepted) FILTER (WHERE new) AS accepted, sum(failing) FILTER (WHERE new) AS failing,
        sum(slow_downs) AS slow_downs, sum(on_time) AS on_time, sum(late) AS late, sum(verified) AS verified
      FROM (SELECT *, minute >= date_trunc('minute', app_now() - interval '1 minute') AS new FROM lane_minute
        WHERE minute > app_now() - make_interval(secs => ${windowSeconds}::float8)) m
      GROUP BY lane),
    missed AS (
      SELECT lane, count(DISTINCT content_ref) AS missing FROM message
      WHERE missing_at > app_now() - make_interval(secs => ${windowSeconds}::float8) AND state = 'SENT_ON' GROUP BY lane)
    SELECT lane, CASE WHEN lane LIKE 'sms:%' THEN 'SMS' ELSE 'EMAIL' END AS channel,
      coalesce(accepted, 0)::int AS accepted, coalesce(failing, 0)::int AS failing,
      coalesce(slow_downs, 0)::int AS "slowDowns", coalesce(on_time, 0)::int AS "onTime", coalesce(late, 0)::int AS late,
      coalesce(verified, 0)::int AS verified, coalesce(missing, 0)::int AS missing,
      coalesce(held_until > app_now(), false) AS held,
      coalesce(stopped_at > app_now() - make_interval(secs => ${windowSeconds}::float8) AND p.good < ${probes}, false) AS refusing,
      coalesce(h.good, 0) AS good, coalesce(h.arrived, 0) AS arrived,
      coalesce(h.state, 'UNKNOWN') AS state, coalesce(h.reason, 'no-traffic') AS reason, h.bad_at AS "badAt", app_now() AS now
    FROM seen FULL JOIN lane_health h USING (lane) FULL JOIN missed USING (lane) LEFT JOIN lane_pace p USING (lane) ORDER BY lane`;

type Judgement = { lane: string; state: Health; reason: HealthReason; badAt: Date | null };

/** Writes down how lanes do, and that they were judged. Where one is called red or closed, its proof begins with nothing. */
export const saveHealth = (tx: Tx, judged: Judgement[]): Promise<number> =>
  tx.$executeRaw`
    WITH judged AS (
      INSERT INTO heartbeat (task, who) VALUES ('JUDGE', 'lanes') ON CONFLICT (task, who) DO UPDATE SET at = clock_timestamp())
    INSERT INTO lane_health AS o (lane, state, reason, bad_at)
    SELECT lane, state, reason, "badAt" FROM jsonb_to_recordset(${JSON.stringify(judged)}::jsonb)
      AS j(lane text, state text, reason text, "badAt" timestamptz) ORDER BY lane
    ON CONFLICT (lane) DO UPDATE SET state = excluded.state, reason = excluded.reason, bad_at = excluded.bad_at, judged_at = app_now(),
      good = CASE WHEN o.state IN ('RED', 'CLOSED') THEN o.good ELSE 0 END, arrived = CASE WHEN o.state IN ('RED', 'CLOSED') THEN o.arrived ELSE 0 END,
      since = CASE WHEN o.state = excluded.state THEN o.since ELSE app_now() END`;

/** Takes a lane's turn of being probed by a code, where it is red or closed and the last turn was `everySeconds` ago. */
export async function takeProbe(tx: Tx, lane: string, everySeconds: number): Promise<boolean> {
  const taken = await tx.$executeRaw`
    INSERT INTO lane_probe AS last (lane)
    SELECT lane FROM lane_health h WHERE lane = ${lane} AND state IN ('RED', 'CLOSED')
      AND NOT EXISTS (SELECT 1 FROM lane_probe p WHERE p.lane = h.lane AND p.at > app_now() - make_interval(secs => ${everySeconds}::float8))
    ON CONFLICT (lane) DO UPDATE SET at = app_now()
    WHERE last.at <= app_now() - make_interval(secs => ${everySeconds}::float8)`;
  return taken > 0;
}

/** Writes down lanes' times: of the last 15 minutes, or of the day while fewer than 20 messages are known. */
export const saveTimes = (tx: Tx, slowestWindowSeconds: number): Promise<number> =>
  tx.$executeRaw`
    WITH steps AS (
      SELECT lane, measure, seconds, sum(messages) FILTER (WHERE minute > app_now() - make_interval(secs => ${slowestWindowSeconds}::float8)) AS recent,
        sum(messages) AS day
      FROM lane_arrival WHERE minute > app_now() - interval '24 hours' GROUP BY lane, measure, seconds),
    summed AS (
      SELECT lane, measure, seconds, CASE WHEN sum(recent) OVER (PARTITION BY lane, measure) >= 20 THEN coalesce(recent, 0) ELSE day END AS messages
      FROM steps),
    ranked AS (
      SELECT lane, measure, seconds, sum(messages) OVER (PARTITION BY lane, measure ORDER BY seconds) AS up_to,
        sum(messages) OVER (PARTITION BY lane, measure) AS all_of
      FROM summed),
    times AS (
      SELECT lane, coalesce(max(all_of) FILTER (WHERE measure = 'ARRIVAL'), 0) AS samples,
        min(seconds) FILTER (WHERE measure = 'ARRIVAL' AND up_to >= 0.5 * all_of) AS p50,
        min(seconds) FILTER (WHERE measure = 'ARRIVAL' AND up_to >= 0.95 * all_of) AS p95,
        min(seconds) FILTER (WHERE measure = 'PROGRESS' AND up_to >= 0.95 * all_of AND all_of >= 20) AS progress_p95
      FROM ranked GROUP BY lane)
    INSERT INTO lane_health AS o (lane, samples, p50, p95, progress_p95) SELECT lane, samples, p50, p95, progress_p95 FROM times ORDER BY lane
    ON CONFLICT (lane) DO UPDATE SET samples = excluded.samples, p50 = excluded.p50, p95 = excluded.p95, progress_p95 = excluded.progress_p95`;

export type Decision = {
  lane: string;
  kind: 'HEALTH' | 'PACE' | 'ROUTE';
  was: string;
  becomes: string;
  reason: string;
};

/** What was decided, when and why (the audit of delivery). */
export const recordDecision = (tx: Tx, d: Decision): Promise<number> =>
  tx.$executeRaw`INSERT INTO lane_decision (lane, kind, was, becomes, reason) VALUES (${d.lane}, ${d.kind}, ${d.was}, ${d.becomes}, ${d.reason})`;

/** Tells everybody who waits in a lane that it has changed. */
export const wakeLane = (tx: Tx, lane: string): Promise<number> =>
  tx.$executeRaw`
    SELECT pg_notify('content_changed', content_ref) FROM message WHERE lane = ${lane} AND state = 'QUEUED' AND kind = 'CODE'
    UNION ALL SELECT pg_notify('lane_changed', ${lane})`;

/**
 * The patience of those who wait in lanes that refuse us is over: another channel is looked for at once. The last thing that a
 * transaction does: whoever enters a code meanwhile passes over what is locked here, and cannot drop it.
 */
export const hurry = (tx: Tx, lanes: string[]): Promise<number> =>
  tx.$executeRaw`
    WITH waiting AS (
      SELECT id FROM message
      WHERE lane = ANY (${lanes}) AND state = 'QUEUED' AND kind = 'CODE' AND patience_until > app_now() FOR UPDATE SKIP LOCKED)
    UPDATE message m SET patience_until = app_now() FROM waiting w WHERE m.id = w.id`;
