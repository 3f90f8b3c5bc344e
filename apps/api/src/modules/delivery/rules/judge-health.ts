export type Health = 'UNKNOWN' | 'GREEN' | 'AMBER' | 'RED' | 'CLOSED';
export type HealthReason =
  | 'no-traffic'
  | 'well'
  | 'throttled'
  | 'reported-missing'
  | 'slow'
  | 'deferrals'
  | 'no-acceptance'
  | 'provider-refusal'
  | 'recovering';

/** What was seen of a lane within the window (5 min). */
export type LaneWindow = {
  accepted: number;
  /** Refusals for now that reach beyond one address and say nothing of our pace. */
  deferred: number;
  slowDowns: number;
  unknown: number;
  onTime: number;
  late: number;
  verified: number;
  missing: number;
  /** The provider has refused us as a whole and taken no probes since; held: to a trickle. */
  refusing: boolean;
  held: boolean;
};
export type HealthPolicy = {
  lateShare: number;
  redShare: number;
  fewest: number;
  redSeconds: number;
  amberSeconds: number;
};
export type Judged = { state: Health; reason: HealthReason; badAt: Date | null };

const WEIGHT: Record<Health, number> = { UNKNOWN: 0, GREEN: 0, AMBER: 1, RED: 2, CLOSED: 3 };

/**
 * How a lane does. It gets worse at once and better step by step: red for 5 minutes and amber for 15 after the last sign of
 * trouble, so that it does not flap. A closed lane is half open as soon as its probes are accepted.
 */
export function judgeHealth(was: Judged, seen: LaneWindow, policy: HealthPolicy, now: Date): Judged {
  const [verdict, reason] = look(seen, policy);
  if (verdict === 'UNKNOWN' && was.state === 'CLOSED')
    return { state: 'AMBER', reason: 'recovering', badAt: now };
  if (WEIGHT[verdict] > 0 && WEIGHT[verdict] >= WEIGHT[was.state])
    return { state: verdict, reason: verdict === was.state ? was.reason : reason, badAt: now };
  if (WEIGHT[was.state] === 0)
    return verdict === 'UNKNOWN' ? was : { state: 'GREEN', reason: 'well', badAt: null };
  if (was.state === 'CLOSED') return { state: 'AMBER', reason: 'recovering', badAt: now };
  const quiet = was.badAt ? (now.getTime() - was.badAt.getTime()) / 1000 : Number.POSITIVE_INFINITY;
  if (was.state === 'RED')
    return quiet < policy.redSeconds ? was : { state: 'AMBER', reason: 'recovering', badAt: now };
  if (quiet < policy.amberSeconds) return was;
  return verdict === 'UNKNOWN'
    ? { state: 'UNKNOWN', reason: 'no-traffic', badAt: null }
    : { state: 'GREEN', reason: 'well', badAt: null };
}

function look(seen: LaneWindow, { fewest, lateShare, redShare }: HealthPolicy): [Health, HealthReason] {
  const failed = seen.deferred + seen.unknown;
  const attempts = seen.accepted + failed;
  const awaited = seen.onTime + seen.late;
  const share = (part: number, whole: number) => (whole >= fewest ? part / whole : 0);
  if (seen.held) return ['CLOSED', 'provider-refusal'];
  if (seen.accepted === 0 && failed >= fewest) return ['CLOSED', 'no-acceptance'];
  if (seen.refusing) return ['RED', 'provider-refusal'];
  if (share(seen.late, awaited) >= redShare) return ['RED', 'slow'];
  if (share(failed, attempts) >= redShare) return ['RED', 'deferrals'];
  if (share(seen.late, awaited) >= lateShare) return ['AMBER', 'slow'];
  if (seen.slowDowns > 0) return ['AMBER', 'throttled'];
  if (seen.missing >= fewest && seen.missing > seen.verified) return ['AMBER', 'reported-missing'];
  return attempts + awaited === 0 ? ['UNKNOWN', 'no-traffic'] : ['GREEN', 'well'];
}

/** Red and closed overrule the taxpayer's wish. */
export const overrules = (health: Health): boolean => health === 'RED' || health === 'CLOSED';
