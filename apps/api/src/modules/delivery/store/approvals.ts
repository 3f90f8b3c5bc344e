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
  /** The route as it was certified, without secrets. */
  settings: Record<string, string>;
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
  const { digest, route, outcome, endedAt, lanes } = a.report;
  await tx.$executeRaw`
    INSERT INTO carrier_report (digest, route, passing, ended_at, content)
    VALUES (${digest}, ${route}, ${outcome === 'passes'}, ${new Date(endedAt)}, ${JSON.stringify(a.report)}::jsonb)
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

/**
 * Makes the lanes named live, and adds rows for those that nobody knew. `sms:*`: all of a channel, and those without a row. What was
 * taken back is only opened where it was let in since (`letIn`).
 */
export const openLanes = (tx: Tx, lanes: string[], letIn = true): Promise<LaneState[]> =>
  tx.$queryRaw<LaneState[]>`
    WITH named AS (SELECT unnest(${lanes}::text[]) AS id),
    added AS (
      INSERT INTO lane (id, channel, name, live)
      SELECT id, CASE WHEN id LIKE 'sms:%' THEN 'SMS' ELSE 'EMAIL' END, initcap(split_part(id, ':', 2)), true
      FROM named ON CONFLICT (id) DO NOTHING RETURNING id, live),
    opened AS (
      UPDATE lane SET live = true, withdrawn_at = NULL FROM named
      WHERE (lane.id = named.id OR (named.id LIKE '%:*' AND split_part(lane.id, ':', 1) = split_part(named.id, ':', 1)))
        AND (${letIn} OR withdrawn_at IS NULL)
      RETURNING lane.id, lane.live)
    SELECT * FROM added UNION SELECT * FROM opened ORDER BY id`;

/** Lanes that a standing approval holds open, but for those of the routes named. */
export async function lanesHeld(tx: Tx, but: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT unnest(lanes) AS id FROM carrier_approval WHERE withdrawn_at IS NULL AND route <> ALL (${but})`;
  return rows.map(({ id }) => id);
}

/**
 * Closes the lanes named, unless they are held; with `sms:*`, also all those without a row. What was live until now by somebody's
 * decision (`taken`, or an approval of its own) is withdrawn from now on; what never was stays that.
 */
export const closeLanes = (
  tx: Tx,
  a: { lanes: string[]; held: string[]; taken: boolean },
): Promise<LaneState[]> =>
  tx.$queryRaw<LaneState[]>`
    WITH named AS (SELECT unnest(${a.lanes}::text[]) AS id),
    held AS (SELECT unnest(${a.held}::text[]) AS id),
    once AS (SELECT DISTINCT unnest(lanes) AS id FROM carrier_approval),
    added AS (
      INSERT INTO lane (id, channel, name, live, withdrawn_at)
      SELECT id, CASE WHEN id LIKE 'sms:%' THEN 'SMS' ELSE 'EMAIL' END, '*', false,
        CASE WHEN ${a.taken} OR id IN (SELECT id FROM once) THEN app_now() END
      FROM named WHERE id LIKE '%:*' AND id NOT IN (SELECT id FROM held) ON CONFLICT (id) DO NOTHING RETURNING id, live),
    closed AS (
      UPDATE lane SET live = false,
        withdrawn_at = CASE WHEN NOT live THEN withdrawn_at
          WHEN ${a.taken} OR EXISTS (SELECT 1 FROM once WHERE once.id IN (lane.id, split_part(lane.id, ':', 1) || ':*')) THEN app_now() END
      FROM named
      WHERE (lane.id = named.id OR (named.id LIKE '%:*' AND split_part(lane.id, ':', 1) = split_part(named.id, ':', 1)))
        AND NOT EXISTS (SELECT 1 FROM held WHERE held.id IN (lane.id, split_part(lane.id, ':', 1) || ':*'))
      RETURNING lane.id, lane.live)
    SELECT * FROM added UNION SELECT * FROM closed ORDER BY id`;

/** What people have decided, as `mayCarry` asks. */
export async function approvalsNow(tx: Tx): Promise<Approvals> {
  type Row = {
    route: string | null;
    lanes: string[];
    configured: string;
    lane: string | null;
    live: boolean;
  };
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.route, a.lanes, r.content->>'configured' AS configured, NULL AS lane, withdrawn_at IS NULL AS live
    FROM carrier_approval a JOIN carrier_report r ON r.digest = a.report
    UNION ALL SELECT NULL, NULL, NULL, id, live FROM lane`;
  const routes = rows.flatMap(({ route, ...its }) => (route === null ? [] : [{ route, ...its }]));
  const standing = routes.filter(({ live }) => live);
  return {
    standing: new Map(standing.map(({ route, lanes, configured }) => [route, { lanes, configured }])),
    judged: new Set(routes.map(({ route }) => route)),
    lanes: new Map(rows.flatMap(({ lane, live }) => (lane === null ? [] : [[lane, live] as const]))),
  };
}

/** The newest approval of each route, standing or withdrawn. */
export const newestApprovals = (tx: Tx): Promise<RouteState[]> =>
  tx.$queryRaw<RouteState[]>`
    SELECT DISTINCT ON (a.route) a.route, approved_by AS "approvedBy", at, lanes, withdrawn_by AS "withdrawnBy", waivers,
      withdrawn_at AS "withdrawnAt", coalesce(r.content->'settings', '{}') AS settings
    FROM carrier_approval a JOIN carrier_report r ON r.digest = a.report ORDER BY a.route, at DESC`;

/** Every lane that has a row. */
export const laneStates = (tx: Tx): Promise<(LaneState & { withdrawn: boolean })[]> =>
  tx.$queryRaw<(LaneState & { withdrawn: boolean })[]>`
    SELECT id, live, withdrawn_at IS NOT NULL AS withdrawn FROM lane ORDER BY channel DESC, id`;
