/** How fast a lane is fed, by all workers together. Rates are messages a second. */
export type Pace = {
  rate: number;
  /** Below it the rate doubles, above it grows by steps. */
  threshold: number;
  heldUntil: Date | null;
  /** Refusals by the whole provider that are remembered, and the last of them. */
  stops: number;
  stoppedAt: Date | null;
  cutAt: Date | null;
  raisedAt: Date | null;
  /** Messages accepted in a row since the last refusal, and in all since the last cut. */
  good: number;
  taken: number;
  /** What it was given when the whole provider last refused, though it took some: the rate stays below while that is fresh. */
  refusedRate: number | null;
  /** Messages a second that the lane was given of late. */
  drawn: number;
};
/** `waiting`: codes in the lane that somebody waits for. */
export type PaceNews = { accepted: number; slowDowns: number; stops: number; waiting: number };
export type PacePolicy = {
  ceiling: number;
  trickle: number;
  holdSeconds: number;
  stopsToHold: number;
  stopsWithinSeconds: number;
  probes: number;
  /** What waits is to be gone within this time: a lane that opens is given what that takes, and no more. */
  drainSeconds: number;
  /** How long a rate that was refused is remembered. */
  rememberSeconds: number;
};

/** Answers to what was in hand when a carrier began to refuse: one cut is meant, not twenty. */
const SAME_THROTTLE_MS = 1_000;
const SAME_STOP_MS = 10_000;
/** Refusals that hold a lane although it goes on taking messages, in holds' worth. */
const OFTEN = 3;
/** Carriers throttle by the second; whole providers count by the minute, and their refusals come late. */
const RAISE_EVERY_MS = 1_000;
const RAISE_GENTLY_MS = 10_000;
/** From the threshold it takes this many steps to what the carrier was given before; from nothing, this many to the ceiling. */
const STEPS = 5;
const STEPS_TO_CEILING = 400;
/** The next probes of a held lane, once one was accepted. */
const PROBES_A_SECOND = 1;
/** Slower than this a lane is not made by throttling: who throttles one message a second does not mean our pace. */
const SLOWEST_THROTTLED = 1;
/** Of a rate that was refused. */
const JUST_BELOW = 0.9;
const CALM_MS = 60_000;

/**
 * Additive increase, multiplicative decrease, of what the lane really was given. Two refusals by the whole provider within an
 * hour with no three messages taken between them, or six one after the other, hold it to a trickle of 10 a minute for 30
 * minutes: real messages, which are its probes. Three of them accepted in a row end the hold sooner, and the rate doubles every
 * second up to what the backlog needs. A lane that was refused in part stays just below the rate at which it was.
 */
export function judgePace(pace: Pace, news: PaceNews, policy: PacePolicy, now: Date): Pace {
  if (news.stops > 0) return refused(pace, news, policy, now);
  if (news.slowDowns > 0) {
    const told = { ...pace, good: 0, taken: pace.taken + news.accepted };
    if (isHeld(pace, now)) return { ...told, rate: policy.trickle };
    if (since(pace.cutAt, now) < SAME_THROTTLE_MS) return told;
    const halved = Math.max(half(pace, policy), Math.min(SLOWEST_THROTTLED, pace.rate));
    return { ...told, rate: halved, threshold: halved, cutAt: now, taken: 0 };
  }
  return news.accepted > 0 ? accepted(pace, news, policy, now) : pace;
}

function refused(pace: Pace, news: PaceNews, policy: PacePolicy, now: Date): Pace {
  const again = { ...pace, stoppedAt: now, good: 0, taken: pace.taken + news.accepted };
  const holding = { rate: policy.trickle, heldUntil: new Date(now.getTime() + policy.holdSeconds * 1000) };
  if (isHeld(pace, now)) return { ...again, ...holding };
  if (since(pace.cutAt, now) < SAME_STOP_MS) return again;
  const remembered = since(pace.stoppedAt, now) < policy.stopsWithinSeconds * 1000 ? pace.stops : 0;
  const halved = half(pace, policy);
  const next = { ...again, stops: remembered + 1, cutAt: now, threshold: halved, taken: 0 };
  // Whoever goes on taking messages between two refusals wants fewer; whoever takes none wants nobody's.
  const shut = next.stops >= policy.stopsToHold && again.taken < policy.probes;
  const tooOften = next.stops >= policy.stopsToHold * OFTEN;
  if (shut || tooOften) return { ...next, ...holding, refusedRate: null };
  return { ...next, rate: halved, refusedRate: given(pace, policy) };
}

function accepted(pace: Pace, news: PaceNews, policy: PacePolicy, now: Date): Pace {
  const next = { ...pace, good: pace.good + news.accepted, taken: pace.taken + news.accepted };
  if (isHeld(pace, now) && next.good < policy.probes)
    return { ...next, rate: Math.max(pace.rate, Math.min(PROBES_A_SECOND, policy.ceiling)) };
  const open = { ...next, ...forgiven(pace, policy, now) };
  const most = open.refusedRate === null ? policy.ceiling : JUST_BELOW * open.refusedRate;
  if (pace.rate >= most) return { ...open, rate: Math.min(pace.rate, policy.ceiling) };

  const calm = open.stops === 0 && since(pace.cutAt, now) >= CALM_MS;
  const soon = Math.max(pace.threshold, calm ? news.waiting / policy.drainSeconds : 0);
  const afterStop = since(pace.stoppedAt, now) < policy.stopsWithinSeconds * 1000;
  // Faster than it was when it was throttled, and not throttled: it was not our pace, or it has passed.
  const throttled = pace.cutAt !== null && (pace.stoppedAt === null || pace.cutAt > pace.stoppedAt);
  const disproved = throttled && !afterStop && pace.rate >= 2 * pace.threshold;
  const doubling = pace.rate < soon || disproved;
  const gently = !doubling && afterStop;
  if (since(pace.raisedAt, now) < (gently ? RAISE_GENTLY_MS : RAISE_EVERY_MS)) return open;
  const step = Math.max(pace.threshold / STEPS, policy.ceiling / STEPS_TO_CEILING);
  const raised = disproved ? pace.rate * 2 : doubling ? Math.min(pace.rate * 2, soon) : pace.rate + step;
  return { ...open, rate: Math.min(most, raised), raisedAt: now };
}

/** A recovery wipes the slate clean; a while without a refusal lets a higher rate be tried again. */
function forgiven(
  pace: Pace,
  policy: PacePolicy,
  now: Date,
): Pick<Pace, 'heldUntil' | 'stops' | 'refusedRate'> {
  if (pace.heldUntil) return { heldUntil: null, stops: 0, refusedRate: null };
  const { stops, refusedRate } = pace;
  return refusedRate !== null && since(pace.cutAt, now) >= policy.rememberSeconds * 1000
    ? { heldUntil: null, stops: Math.min(stops, 1), refusedRate: null }
    : { heldUntil: null, stops, refusedRate };
}

/** Halved is what the lane was given, not what it would have been allowed: no provider refuses what it never saw. */
const given = ({ rate, drawn }: Pace, { trickle }: PacePolicy) => Math.max(trickle, Math.min(rate, drawn));
const half = (pace: Pace, policy: PacePolicy) => Math.max(policy.trickle, given(pace, policy) / 2);
const since = (at: Date | null, now: Date) => (at ? now.getTime() - at.getTime() : Number.POSITIVE_INFINITY);

/** Whether the provider as a whole refuses us: it said so, and has not taken our probes since. */
export const isHeld = (pace: Pick<Pace, 'heldUntil'>, now: Date): boolean =>
  pace.heldUntil !== null && now < pace.heldUntil;
