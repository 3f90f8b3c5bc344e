import type { Report } from '@sampai/carriers/certify';
import { z } from 'zod';
import { announce } from '#platform/announcer';
import { writeAudit } from '#platform/audit';
import { appNow, type Database } from '#platform/database';
import type { Policies } from '#platform/policy';
import { judgeReport, needlessWaivers, notShown, type ReportRefusal } from '../rules/judge-report.ts';
import { type Approvals, type Configured, isEdited } from '../rules/may-carry.ts';
import {
  approvalsNow,
  closeLanes,
  endApproval,
  insertApproval,
  type LaneState,
  lanesHeld,
  lockApprovals,
  openLanes,
} from '../store/approvals.ts';

type Needs = { db: Database; policies: Policies };
type Route = Pick<Configured, 'name' | 'lanes' | 'digest'>;

const approvalPolicy = z.object({ reportDays: z.number().positive() });

type LettingIn = { route: Route; report: Report; by: string; waivers?: Record<string, string> };
type Refused = { ok: false; code: ReportRefusal; reportDays: number; missing: string[]; needless: string[] };

/** Lets a route in by its report: records who said so, and makes its lanes live (R35, R37). */
export async function letRouteIn(
  { db, policies }: Needs,
  { route, report, by, waivers = {} }: LettingIn,
): Promise<{ ok: true; lanes: LaneState[] } | Refused> {
  const { reportDays } = await policies.get('carriers.approval', approvalPolicy);
  return db.inTransaction(async (tx) => {
    await lockApprovals(tx);
    const facts = { report, route: route.name, configured: route.digest, reportDays, waivers };
    const verdict = judgeReport(facts, await appNow(tx));
    if (verdict !== 'MAY')
      return {
        ...({ ok: false, code: verdict, reportDays } as const),
        ...{ missing: notShown(report, waivers), needless: needlessWaivers(report, waivers) },
      };
    await insertApproval(tx, { report, by, waivers });
    const lanes = await openLanes(tx, report.lanes);
    announce(tx, 'lane_changed', '');
    const waived = Object.keys(waivers).join(' ');
    const detail = { route: route.name, report: report.digest, lanes: report.lanes.join(' '), waived };
    await writeAudit(tx, { actor: `operator:${by}`, action: 'carrier.approved', detail });
    return { ok: true, lanes } as const;
  });
}

type TakingBack = {
  route: Pick<Route, 'name' | 'lanes'>;
  by: string;
  /** Configured routes: in development a bundled one serves its lanes without an approval. */
  beside?: readonly Pick<Configured, 'name' | 'lanes' | 'bundled'>[];
};

/** Takes a route back: lanes that no other route holds open, approved or bundled, are live no more. */
export async function takeRouteBack(
  { db }: Pick<Needs, 'db'>,
  { route, by, beside = [] }: TakingBack,
): Promise<LaneState[]> {
  return db.inTransaction(async (tx) => {
    await lockApprovals(tx);
    const approved = await endApproval(tx, { route: route.name, by });
    // As it was let in, and as it is configured now.
    const named = [...new Set([...route.lanes, ...approved])];
    const bundled = heldByBundled(
      beside.filter(({ name }) => name !== route.name),
      await approvalsNow(tx),
    );
    const held = [...(await lanesHeld(tx, [])), ...bundled];
    const lanes = await closeLanes(tx, { lanes: named, held, taken: true });
    announce(tx, 'lane_changed', '');
    const detail = { route: route.name, lanes: lanes.map(({ id }) => id).join(' ') };
    await writeAudit(tx, { actor: `operator:${by}`, action: 'carrier.withdrawn', detail });
    return lanes;
  });
}

/** Lanes that bundled routes serve without an approval. */
const heldByBundled = (
  routes: readonly Pick<Configured, 'name' | 'lanes' | 'bundled'>[],
  { judged }: Pick<Approvals, 'judged'>,
): string[] => routes.flatMap(({ name, lanes, bundled }) => (bundled && !judged.has(name) ? lanes : []));

/**
 * A lane that no approved or bundled route serves is not live: its people get another channel, and are told why. A route that was
 * edited since it was let in serves nothing; where it is again as it was, its lanes are live again.
 */
export async function closeUnserved(
  { db }: Pick<Needs, 'db'>,
  routes: readonly Configured[],
): Promise<LaneState[]> {
  return db.inTransaction(async (tx) => {
    await lockApprovals(tx);
    const approvals = await approvalsNow(tx);
    const edited = routes.filter((route) => isEdited(route, approvals)).map(({ name }) => name);
    const letIn = await lanesHeld(tx, edited);
    const bundled = heldByBundled(routes, approvals);
    await openLanes(tx, letIn);
    await openLanes(tx, bundled, false);
    const held = [...letIn, ...bundled];
    const closed = await closeLanes(tx, { lanes: ['sms:*', 'mail:*'], held, taken: false });
    announce(tx, 'lane_changed', '');
    return closed;
  });
}
