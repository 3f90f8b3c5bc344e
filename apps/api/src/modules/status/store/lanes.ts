import { sql, type Tx } from '#platform/database';
import type { Channel, LaneChange, LaneSeen } from '../types.ts';

const COLUMNS = sql`lane, name, channel, health, since, well_since AS "wellSince", reason, listed`;

/** Two who judge the same provider wait for each other, from here to the end of the transaction. */
export async function lockProvider(tx: Tx, channel: Channel, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`status:${channel} ${name}`}, 0))`;
}

/** Keeps a lane's health. News that is older than what is known changes nothing. */
export const putLane = (tx: Tx, c: LaneChange): Promise<number> => {
  const isWell = c.to === 'GREEN' || c.to === 'AMBER';
  return tx.$executeRaw`
    INSERT INTO lane_seen (lane, name, channel, health, since, well_since, reason, listed)
    VALUES (${c.lane}, ${c.name}, ${c.channel}, ${c.to}, ${c.at}, ${isWell ? c.at : null}, ${c.reason}, ${c.listed})
    ON CONFLICT (lane) DO UPDATE SET name = excluded.name, channel = excluded.channel, reason = excluded.reason, listed = excluded.listed,
      since = CASE WHEN lane_seen.health = excluded.health THEN lane_seen.since ELSE excluded.since END,
      well_since = CASE WHEN ${isWell} THEN coalesce(lane_seen.well_since, excluded.since) END,
      health = excluded.health
    WHERE lane_seen.since <= excluded.since`;
};

/** Every lane of a provider by one channel. */
export const lanesOf = (tx: Tx, channel: Channel, name: string): Promise<LaneSeen[]> =>
  tx.$queryRaw<LaneSeen[]>`
    SELECT ${COLUMNS} FROM lane_seen WHERE channel = ${channel} AND name = ${name} ORDER BY lane`;

/** Those of the lanes that were ever told of. */
export const lanesAmong = (tx: Tx, lanes: string[]): Promise<LaneSeen[]> =>
  tx.$queryRaw<LaneSeen[]>`
    SELECT ${COLUMNS} FROM lane_seen WHERE lane = ANY (${lanes}) ORDER BY lane`;

/** Providers about which time alone may decide something: disturbed ones, and those with an open incident. */
export const providersToJudge = (tx: Tx): Promise<{ channel: Channel; name: string }[]> =>
  tx.$queryRaw<{ channel: Channel; name: string }[]>`
    SELECT DISTINCT channel, name FROM lane_seen l
    WHERE health IN ('RED', 'CLOSED') OR EXISTS (
      SELECT 1 FROM incident i WHERE i.until IS NULL AND i.provider IS NOT NULL AND l.lane = ANY (i.lanes))
    ORDER BY channel, name`;

/** Those of the lanes that are disturbed at this moment. */
export const disturbedAmong = (tx: Tx, lanes: string[]): Promise<{ name: string; since: Date }[]> =>
  tx.$queryRaw<{ name: string; since: Date }[]>`
    SELECT name, since FROM lane_seen WHERE lane = ANY (${lanes}) AND health IN ('RED', 'CLOSED') ORDER BY lane`;

/** True for one worker at a time, until its transaction ends. */
export async function isMyTurn(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('status.sweep', 0)) AS mine`;
  return row?.mine ?? false;
}

/** The health of every lane that was told of. */
export const healthByLane = (tx: Tx): Promise<Pick<LaneSeen, 'lane' | 'health'>[]> =>
  tx.$queryRaw<Pick<LaneSeen, 'lane' | 'health'>[]>`SELECT lane, health FROM lane_seen`;
