import { sql, type Tx } from '#platform/database';

/** What the heartbeats say, by the database's real clock. */
export type LifeSigns = {
  now: Date;
  /** The last word of any worker, living or not; null where there never was one. */
  lastBeat: Date | null;
  /** Workers that were heard of lately, and since when there has been one without a break. */
  workers: number;
  sendingSince: Date | null;
  /** When lanes were last judged. */
  judgedAt: Date | null;
};

const seconds = (ms: number) => sql`make_interval(secs => ${ms / 1000}::float8)`;

export async function lifeSigns(tx: Tx, silentMs: number): Promise<LifeSigns> {
  const [row] = await tx.$queryRaw<LifeSigns[]>(sql`
    SELECT clock_timestamp() AS now, max(at) FILTER (WHERE sends) AS "lastBeat", (count(*) FILTER (WHERE alive))::int AS workers,
      min(since) FILTER (WHERE alive) AS "sendingSince", max(at) FILTER (WHERE NOT sends) AS "judgedAt"
    FROM (SELECT *, task = 'SEND' AS sends, task = 'SEND' AND at > clock_timestamp() - ${seconds(silentMs)} AS alive FROM heartbeat) h`);
  if (!row) throw new Error('an aggregate gave no row');
  return row;
}

/**
 * A worker says that it lives; others that have been gone for an hour are forgotten. Says whether nobody had been heard of for
 * `silentMs`.
 */
export async function beat(tx: Tx, worker: string, silentMs: number): Promise<{ wasSilent: boolean }> {
  const [row] = await tx.$queryRaw<{ wasSilent: boolean }[]>(sql`
    WITH mine AS (
      INSERT INTO heartbeat AS h (task, who) SELECT 'SEND', ${worker} FROM (SELECT set_config('synchronous_commit', 'off', true)) AS light
      ON CONFLICT (task, who) DO UPDATE SET at = clock_timestamp(),
        since = CASE WHEN h.at < clock_timestamp() - ${seconds(silentMs)} THEN clock_timestamp() ELSE h.since END),
    forgotten AS (
      DELETE FROM heartbeat WHERE task = 'SEND' AND who <> ${worker} AND at < clock_timestamp() - interval '1 hour')
    SELECT coalesce(max(at) < clock_timestamp() - ${seconds(silentMs)}, true) AS "wasSilent" FROM heartbeat WHERE task = 'SEND'`);
  return { wasSilent: row?.wasSilent ?? true };
}

/**
 * The patience of what nobody could have sent begins anew: that we stood still says nothing of carriers, and what goes out now
 * needs no other way. What is in another's hand at this moment is left to them.
 */
export const renewPatience = (tx: Tx): Promise<number> =>
  tx.$executeRaw`
    WITH over AS (SELECT id FROM message WHERE patience_until <= app_now() FOR UPDATE SKIP LOCKED)
    UPDATE message m SET patience_until = app_now() + lane_patience(m.lane, m.channel) FROM over WHERE m.id = over.id`;
