import type { Report } from '@sampai/carriers/certify';
import type { Tx } from '#platform/database';
import type { Approvals } from '../rules/may-carry.ts';

export type LaneState = { id: string; live: boolean };
export type RouteState = {
  route: string;
  approvedBy: string;
  at: Date;
  lanes: string[];
  withdrawnBy: string | null;
  withdrawnAt: Date | null;
  /** What was not shown, by criterion, with the reason given. */
  waivers: Record<string, string>;
};

/** Until the end of the transaction, whoever lets a route in or takes one back waits. */
export async function lockApprovals(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('carrier_approval', 0))`;
}

/** Writes the report, where it is not there yet, and the approval, which replaces the standing one of the route. */
export async function insertApproval(
  tx: Tx,
  a: { report: Report; by: string; waivers: Record<string, string> },
): Promise<void> {
  const { digest, route, passing, endedAt, lanes } = a.report;
  await tx.$executeRaw`
    INSERT INTO carrier_report (digest, route, passing, ended_at, content)
    VALUES (${digest}, ${route}, ${passing}, ${new Date(endedAt)}, ${JSON.stringify(a.report)}::jsonb)
    ON CONFLICT (digest) DO NOTHING`;
  await endApproval(tx, { route, by: a.by });
  await tx.$executeRaw`
    INSERT INTO carrier_approval (route, report, lanes, approved_by, waivers)
    VALUES (${route}, ${digest}, ${lanes}, ${a.by}, ${JSON.stringify(a.waivers)}::jsonb)`;
}

/** Ends the standing approval of a route, if any; gives the lanes it was for. */
export async function endApproval(tx: Tx, a: { route: string; by: string }): Promise<string[]> {
  const ended = await tx.$queryRaw<{ lanes: string[] }[]>`
    UPDATE carrier_approval SET withdrawn_by = ${a.by}, withdrawn_at = app_now()
    WHERE route = ${a.route} AND withdrawn_at IS NULL RETURNING lanes`;
  return ended.flatMap(({ lanes }) => lanes);
}

/** Makes the lanes named live, and adds rows for those that nobody knew. `sms:*`: all of a channel, and those without a row. */
export const openLanes = (tx: Tx, lanes: string[]): Promise<LaneState[]> =>
  tx.$queryRaw<LaneState[]>`
    WITH named AS (SELECT unnest(${lanes}::text[]) AS id),
    added AS (
      INSERT INTO lane (id, channel, name, live)
      SELECT id, CASE WHEN id LIKE 'sms:%' THEN 'SMS' ELSE 'EMAIL' END, initcap(split_part(id, ':', 2)), true
      FROM named ON CONFLICT (id) DO NOTHING RETURNING id, live),
    opened AS (
      UPDATE lane SET live = true FROM named
      WHERE lane.id = named.id OR (named.id LIKE '%:*' AND split_part(lane.id, ':', 1) = split_part(named.id, ':', 1))
      RETURNING lane.id, lane.live)
    SELECT * FROM added UNION SELECT * FROM opened ORDER BY id`;

/** Takes back the lanes named that no standing approval holds open; with `sms:*`, also all those without a row. */
export const closeLanes = (tx: Tx, lanes: string[]): Promise<LaneState[]> =>
  tx.$queryRaw<LaneState[]>`
    WITH named AS (SELECT unnest(${lanes}::text[]) AS id),
    held AS (SELECT unnest(lanes) AS id FROM carrier_approval WHERE withdrawn_at IS NULL),
    added AS (
      INSERT INTO lane (id, channel, name, live)
      SELECT id, CASE WHEN id LIKE 'sms:%' THEN 'SMS' ELSE 'EMAIL' END, '*', false
      FROM named WHERE id LIKE '%:*' AND id NOT IN (SELECT id FROM held) ON CONFLICT (id) DO NOTHING RETURNING id, live),
    closed AS (
      UPDATE lane SET live = false FROM named
      WHERE (lane.id = named.id OR (named.id LIKE '%:*' AND split_part(lane.id, ':', 1) = split_part(named.id, ':', 1)))
        AND NOT EXISTS (SELECT 1 FROM held
          WHERE held.id = lane.id OR (held.id LIKE '%:*' AND split_part(held.id, ':', 1) = split_part(lane.id, ':', 1)))
      RETURNING lane.id, lane.live)
    SELECT * FROM added UNION SELECT * FROM closed ORDER BY id`;

/** What people have decided, as `mayCarry` asks. */
export async function approvalsNow(tx: Tx): Promise<Approvals> {
  type Row = { route: string | null; lanes: string[]; lane: string | null; live: boolean };
  const rows = await tx.$queryRaw<Row[]>`
    SELECT route, lanes, NULL AS lane, withdrawn_at IS NULL AS live FROM carrier_approval
    UNION ALL SELECT NULL, NULL, id, live FROM lane`;
  const routes = rows.flatMap(({ route, lanes, live }) => (route === null ? [] : [{ route, lanes, live }]));
  return {
    standing: new Map(routes.filter(({ live }) => live).map(({ route, lanes }) => [route, lanes])),
    judged: new Set(routes.map(({ route }) => route)),
    lanes: new Map(rows.flatMap(({ lane, live }) => (lane === null ? [] : [[lane, live] as const]))),
  };
}

/** The newest approval of each route, standing or withdrawn. */
export const newestApprovals = (tx: Tx): Promise<RouteState[]> =>
  tx.$queryRaw<RouteState[]>`
    SELECT DISTINCT ON (route) route, approved_by AS "approvedBy", at, lanes, withdrawn_by AS "withdrawnBy", waivers,
      withdrawn_at AS "withdrawnAt"
    FROM carrier_approval ORDER BY route, at DESC`;

/** Every lane that has a row. */
export const laneStates = (tx: Tx): Promise<LaneState[]> =>
  tx.$queryRaw<LaneState[]>`SELECT id, live FROM lane ORDER BY channel DESC, id`;
