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
  /** Messages accepted in a row since the last refusal. */
  good: number;
  /** Messages a second that the lane was given of late. */
  drawn: number;
};
export type PaceNews = { accepted: number; slowDowns: number; stops: number };
export type PacePolicy = {
  ceiling: number;
  trickle: number;
  holdSeconds: number;
  stopsToHold: number;
  stopsWithinSeconds: number;
  probes: number;
};

/** Answers to what was in hand when a carrier began to refuse: one cut is meant, not twenty. */
const SAME_THROTTLE_MS = 1_000;
const SAME_STOP_MS = 10_000;
/** Refusals within the hour that hold a lane although it goes on taking messages, in holds' worth. */
const OFTEN = 3;
const RAISE_EVERY_MS = 1_000;
/** From the threshold it takes this many steps to what the carrier was given before; from nothing, this many to the ceiling. */
const STEPS = 5;
const STEPS_TO_CEILING = 400;

/**
 * Additive increase, multiplicative decrease, of what the lane really was given. Two refusals by the whole provider within an
 * hour with no three messages taken between them, or six in all, hold it to a trickle of 10 a minute for 30 minutes: real
 * messages, which are its probes. Three of them accepted in a
 * row end the hold sooner; the rate then doubles every second up to half of what it was, and grows by a step a second from there.
 */
export function judgePace(pace: Pace, news: PaceNews, policy: PacePolicy, now: Date): Pace {
  const since = (at: Date | null) => (at ? now.getTime() - at.getTime() : Number.POSITIVE_INFINITY);
  const held = pace.heldUntil !== null && now < pace.heldUntil;
  const halved = Math.max(policy.trickle, Math.min(pace.rate, pace.drawn) / 2);

  if (news.stops > 0) {
    const again = { ...pace, stoppedAt: now, good: 0 };
    const holding = { rate: policy.trickle, heldUntil: new Date(now.getTime() + policy.holdSeconds * 1000) };
    if (held) return { ...again, ...holding };
    if (since(pace.cutAt) < SAME_STOP_MS) return again;
    const remembered = since(pace.stoppedAt) < policy.stopsWithinSeconds * 1000 ? pace.stops : 0;
    const next = { ...again, stops: remembered + 1, cutAt: now, threshold: halved };
    // Whoever goes on taking messages between two refusals wants fewer; whoever takes none wants nobody's.
    const shut = next.stops >= policy.stopsToHold && pace.good < policy.probes;
    const tooOften = next.stops >= policy.stopsToHold * OFTEN;
    return shut || tooOften ? { ...next, ...holding } : { ...next, rate: halved };
  }
  if (news.slowDowns > 0) {
    if (since(pace.cutAt) < SAME_THROTTLE_MS || held) return { ...pace, good: 0 };
    return { ...pace, rate: halved, threshold: halved, cutAt: now, good: 0 };
  }
  if (news.accepted === 0) return pace;
  const next = { ...pace, good: pace.good + news.accepted };
  if (held && next.good < policy.probes) return next;
  if (pace.rate >= policy.ceiling) return { ...next, rate: policy.ceiling };
  if (since(pace.raisedAt) < RAISE_EVERY_MS) return next;
  const step = Math.max(pace.threshold / STEPS, policy.ceiling / STEPS_TO_CEILING);
  const raised = pace.rate < pace.threshold ? Math.min(pace.rate * 2, pace.threshold) : pace.rate + step;
  return {
    ...next,
    ...{ rate: Math.min(policy.ceiling, raised), raisedAt: now, heldUntil: null },
    // What it did before its recovery is forgiven.
    stops: pace.heldUntil ? 0 : pace.stops,
  };
}

/** Whether the provider as a whole refuses us: it said so, and has not taken our probes since. */
export const isHeld = (pace: Pick<Pace, 'heldUntil'>, now: Date): boolean =>
  pace.heldUntil !== null && now < pace.heldUntil;
