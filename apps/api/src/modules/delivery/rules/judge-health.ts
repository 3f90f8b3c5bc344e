export type Health = 'UNKNOWN' | 'GREEN' | 'AMBER' | 'RED' | 'CLOSED';
export type HealthReason =
  | 'no-traffic'
  | 'well'
  | 'throttled'
  | 'reported-missing'
  | 'slow'
  | 'deferrals'
  | 'refusals'
  | 'no-acceptance'
  | 'provider-refusal'
  | 'recovering';

/** What was seen of a lane, or of a route in it: failures of the last minute or two, lateness within the window (5 min). */
export type LaneWindow = {
  accepted: number;
  /** Messages that failed for now for a reason beyond their own address, and not for our pace; each once, however often tried. */
  failing: number;
  /** Addresses that were refused, each once: one says something of itself, and several of who refuses them. */
  turnedAway: number;
  /** Messages that failed since the last one was accepted, each once in its life, and how long ago the first of them did. */
  untaken: number;
  untakenSeconds: number;
  slowDowns: number;
  onTime: number;
  late: number;
  verified: number;
  missing: number;
  /** The provider has refused us as a whole and taken no probes since; held: to a trickle (a route: it rests). */
  refusing: boolean;
  held: boolean;
  /** How long it has been called what it is. */
  stateSeconds: number;
  /** Since it was called red or closed: messages accepted, and messages on time, one after the other without a failure. */
  good: number;
  arrived: number;
};
export type HealthPolicy = {
  lateShare: number;
  redShare: number;
  fewest: number;
  /** Where few write: so many that nobody took, and the first of them so long ago. */
  quietFewest: number;
  quietSeconds: number;
  redSeconds: number;
  amberSeconds: number;
  /** So many in a row prove that a lane is better. */
  probes: number;
};
export type Judged = { state: Health; reason: HealthReason; badAt: Date | null };

const WEIGHT: Record<Health, number> = { UNKNOWN: 0, GREEN: 0, AMBER: 1, RED: 2, CLOSED: 3 };

/** Failures are looked at for up to two minutes: those of a closed time are known, once it has been proved to be over. */
const FAILURES_SECONDS = 120;

/**
 * How a lane does, or a route in it. It gets worse at once and better step by step, and only by proof: red or closed it stays until three
 * messages in a row were accepted (and came on time, where it was slow), however long nobody uses it. Then amber; red for at
 * least 5 minutes and amber for 15 after the last sign of trouble, so that it does not flap.
 */
export function judgeHealth(was: Judged, seen: LaneWindow, policy: HealthPolicy, now: Date): Judged {
  const [verdict, reason] = look(seen, policy);
  if (isOldNews(was, seen, reason)) return was;
  if (WEIGHT[verdict] > 0 && WEIGHT[verdict] >= WEIGHT[was.state])
    return { state: verdict, reason: verdict === was.state ? was.reason : reason, badAt: now };
  if (WEIGHT[was.state] === 0)
    return verdict === 'UNKNOWN' ? was : { state: 'GREEN', reason: 'well', badAt: null };
  if (overrules(was.state) && !isProvedBetter(was, seen, policy)) return was;
  if (was.state === 'CLOSED') return { state: 'AMBER', reason: 'recovering', badAt: now };
  const quiet = was.badAt ? (now.getTime() - was.badAt.getTime()) / 1000 : Number.POSITIVE_INFINITY;
  if (was.state === 'RED')
    return quiet < policy.redSeconds ? was : { state: 'AMBER', reason: 'recovering', badAt: now };
  if (quiet < policy.amberSeconds) return was;
  return verdict === 'UNKNOWN'
    ? { state: 'UNKNOWN', reason: 'no-traffic', badAt: null }
    : { state: 'GREEN', reason: 'well', badAt: null };
}

const isOldNews = (was: Judged, { accepted, stateSeconds }: LaneWindow, reason: HealthReason) =>
  was.state === 'AMBER' &&
  was.reason === 'recovering' &&
  stateSeconds < FAILURES_SECONDS &&
  accepted > 0 &&
  (reason === 'deferrals' || reason === 'refusals');

const isProvedBetter = ({ reason }: Judged, { good, arrived }: LaneWindow, { probes }: HealthPolicy) =>
  good >= probes && (reason !== 'slow' || arrived >= probes);

function look(seen: LaneWindow, policy: HealthPolicy): [Health, HealthReason] {
  const { accepted, onTime, late } = seen;
  const { fewest, lateShare, redShare } = policy;
  // Who answers to everybody that they do not exist (Gmail, December 2020) is no better than who answers nothing.
  const failing = seen.failing + seen.turnedAway;
  const refuses = seen.turnedAway > seen.failing;
  const share = (part: number, whole: number) => (whole >= fewest ? part / whole : 0);
  if (seen.held) return ['CLOSED', 'provider-refusal'];
  if (accepted === 0 && (failing >= fewest || isQuietlyBroken(seen, policy)))
    return ['CLOSED', refuses ? 'refusals' : 'no-acceptance'];
  if (seen.refusing) return ['RED', 'provider-refusal'];
  if (share(late, onTime + late) >= redShare) return ['RED', 'slow'];
  if (share(failing, accepted + failing) >= redShare) return ['RED', refuses ? 'refusals' : 'deferrals'];
  if (share(late, onTime + late) >= lateShare) return ['AMBER', 'slow'];
  if (seen.slowDowns > 0) return ['AMBER', 'throttled'];
  if (seen.missing >= fewest && seen.missing > seen.verified) return ['AMBER', 'reported-missing'];
  // A few that failed, and none that went well, say neither.
  return accepted + onTime === 0 ? ['UNKNOWN', 'no-traffic'] : ['GREEN', 'well'];
}

/** Few messages prove by the time they take what many prove at once: nobody took any of them, for minutes. */
const isQuietlyBroken = (seen: LaneWindow, { quietFewest, quietSeconds }: HealthPolicy): boolean =>
  seen.untaken >= quietFewest && seen.untakenSeconds >= quietSeconds;

/** Red and closed overrule the taxpayer's wish. */
export const overrules = (health: Health): boolean => health === 'RED' || health === 'CLOSED';
