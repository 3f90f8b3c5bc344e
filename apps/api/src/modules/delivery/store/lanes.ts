import { type Sql, sql, type Tx } from '#platform/database';
import type { Health, HealthReason, LaneWindow } from '../rules/judge-health.ts';
import type { Pace } from '../rules/judge-pace.ts';

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

/** What is looked at, in seconds: of everybody, and where few write. */
export type Windows = { windowSeconds: number; quietWindowSeconds: number };

/**
 * What was seen of every lane, or every route in it (`each`: the columns of its key): failures of the last minute or two (trouble is
 * new), lateness of the window; and where nothing is accepted, how many messages nobody took since one was, and since when.
 */
export const seenOf = (each: Sql, { windowSeconds, quietWindowSeconds }: Windows): Sql => sql`
    seen AS (
      SELECT ${each},
        greatest(0, coalesce(sum(accepted - returned) FILTER (WHERE new), 0)) AS accepted, coalesce(sum(failing) FILTER (WHERE new), 0) AS failing,
        coalesce(sum(turned_away) FILTER (WHERE new), 0) AS turned_away, sum(failing + turned_away) AS failing_lately, sum(slow_downs) AS slow_downs, sum(on_time) AS on_time, sum(late) AS late,
        sum(verified) AS verified
      FROM (SELECT *, minute >= date_trunc('minute', app_now() - interval '1 minute') AS new FROM lane_minute
        WHERE minute > app_now() - make_interval(secs => ${windowSeconds}::float8)) m
      GROUP BY ${each}),
    missed AS (
      SELECT ${each}, count(DISTINCT address_index) AS missing FROM message
      WHERE missing_at > app_now() - make_interval(secs => ${windowSeconds}::float8) AND state = 'SENT_ON' GROUP BY ${each}),
    quiet AS (
      SELECT ${each}, sum(first_failed) AS untaken, min(minute) FILTER (WHERE first_failed > 0) + interval '1 minute' AS untaken_since
      FROM (
        SELECT ${each}, minute, first_failed, max(minute) FILTER (WHERE accepted > returned) OVER (PARTITION BY ${each}) AS taken
        FROM lane_minute JOIN (SELECT ${each} FROM seen WHERE seen.accepted = 0 AND failing_lately > 0) s USING (${each})
        WHERE minute > app_now() - make_interval(secs => ${quietWindowSeconds}::float8)) m
      WHERE taken IS NULL OR minute > taken GROUP BY ${each})`;
/** Of `seen`, `missed` and `quiet` by these names, and a row of health by the name of `h`. */
export const SEEN = sql`coalesce(accepted, 0)::int AS accepted, coalesce(failing, 0)::int AS failing,
      coalesce(turned_away, 0)::int AS "turnedAway",
      coalesce(untaken, 0)::int AS untaken, greatest(0, coalesce(extract(epoch FROM app_now() - untaken_since), 0))::float8 AS "untakenSeconds",
      coalesce(slow_downs, 0)::int AS "slowDowns", coalesce(on_time, 0)::int AS "onTime", coalesce(late, 0)::int AS late,
      coalesce(verified, 0)::int AS verified, coalesce(missing, 0)::int AS missing,
      coalesce(h.good, 0) AS good, coalesce(h.arrived, 0) AS arrived,
      coalesce(h.state, 'UNKNOWN') AS state, coalesce(h.reason, 'no-traffic') AS reason, h.bad_at AS "badAt",
      coalesce(extract(epoch FROM app_now() - h.since), 0)::float8 AS "stateSeconds", app_now() AS now`;

/** What was seen of every lane. */
export const lanesSeen = (tx: Tx, windows: Windows, probes: number): Promise<LaneSeen[]> =>
  tx.$queryRaw<LaneSeen[]>`
    WITH ${seenOf(sql`lane`, windows)}
    SELECT lane, CASE WHEN lane LIKE 'sms:%' THEN 'SMS' ELSE 'EMAIL' END AS channel, ${SEEN},
      coalesce(held_until > app_now(), false) AS held,
      coalesce(stopped_at > app_now() - make_interval(secs => ${windows.windowSeconds}::float8) AND p.good < ${probes}, false) AS refusing
    FROM seen FULL JOIN lane_health h USING (lane) FULL JOIN missed USING (lane) LEFT JOIN quiet USING (lane) LEFT JOIN lane_pace p USING (lane) ORDER BY lane`;

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

/**
 * The times of each of `each` (a column, or what stands for several lanes): of the last 15 minutes, or of the day while fewer than 20
 * messages are known. Gives `times`.
 */
export const timesOf = (each: Sql, among: Sql, slowestWindowSeconds: number): Sql => sql`
    steps AS (
      SELECT ${each} AS lane, measure, seconds, sum(messages) FILTER (WHERE minute > app_now() - make_interval(secs => ${slowestWindowSeconds}::float8)) AS recent,
        sum(messages) AS day
      FROM lane_arrival WHERE minute > app_now() - interval '24 hours' AND ${among} GROUP BY 1, 2, 3),
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
      FROM ranked GROUP BY lane)`;

/** Writes down lanes' times. */
export const saveTimes = (tx: Tx, slowestWindowSeconds: number): Promise<number> =>
  tx.$executeRaw`
    WITH ${timesOf(sql`lane`, sql`true`, slowestWindowSeconds)}
    INSERT INTO lane_health AS o (lane, samples, p50, p95, progress_p95) SELECT lane, samples, p50, p95, progress_p95 FROM times ORDER BY lane
    ON CONFLICT (lane) DO UPDATE SET samples = excluded.samples, p50 = excluded.p50, p95 = excluded.p95, progress_p95 = excluded.progress_p95`;

export type Decision = {
  lane: string;
  kind: 'HEALTH' | 'PACE' | 'ROUTE';
  was: string;
  becomes: string;
  reason: string;
  /** Which route it is about. */
  route?: string;
};

/** What was decided, when and why (the audit of delivery). */
export const recordDecision = (tx: Tx, d: Decision): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO lane_decision (lane, route, kind, was, becomes, reason)
    VALUES (${d.lane}, ${d.route ?? null}, ${d.kind}, ${d.was}, ${d.becomes}, ${d.reason})`;

/** Tells that a lane has changed: first those who remember how lanes do, then everybody who waits in it and asks them. */
export const wakeLane = (tx: Tx, lane: string): Promise<number> =>
  tx.$executeRaw`
    SELECT pg_notify('lane_changed', ${lane})
    UNION ALL SELECT pg_notify('content_changed', content_ref) FROM message WHERE lane = ${lane} AND state = 'QUEUED' AND kind = 'CODE'`;

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
