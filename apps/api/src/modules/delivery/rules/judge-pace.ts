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

/** A carrier answers what was in hand when it began to throttle as well: one cut a second is meant, not twenty. */
const CUT_EVERY_MS = 1_000;
const RAISE_EVERY_MS = 1_000;
const STEPS_TO_CEILING = 20;

/**
 * Additive increase, multiplicative decrease. Two refusals by the whole provider within an hour hold the lane to a trickle
 * of 10 a minute for 30 minutes: real messages, which are its probes. Three of them accepted in a row end the hold sooner; the
 * rate then doubles every second up to half of what it was, and grows by steps from there.
 */
export function judgePace(pace: Pace, news: PaceNews, policy: PacePolicy, now: Date): Pace {
  const since = (at: Date | null) => (at ? now.getTime() - at.getTime() : Number.POSITIVE_INFINITY);
  const held = pace.heldUntil !== null && now < pace.heldUntil;
  const halved = Math.max(policy.trickle, pace.rate / 2);

  if (news.stops > 0) {
    const remembered = since(pace.stoppedAt) < policy.stopsWithinSeconds * 1000 ? pace.stops : 0;
    const next = { ...pace, stops: remembered + news.stops, stoppedAt: now, cutAt: now, good: 0 };
    if (!held && next.stops < policy.stopsToHold) return { ...next, rate: halved, threshold: halved };
    return {
      ...next,
      rate: policy.trickle,
      threshold: held ? pace.threshold : halved,
      heldUntil: new Date(now.getTime() + policy.holdSeconds * 1000),
    };
  }
  if (news.slowDowns > 0) {
    if (since(pace.cutAt) < CUT_EVERY_MS || held) return { ...pace, good: 0 };
    return { ...pace, rate: halved, threshold: halved, cutAt: now, good: 0 };
  }
  if (news.accepted === 0) return pace;
  const next = { ...pace, good: pace.good + news.accepted };
  if (held && next.good < policy.probes) return next;
  if (pace.rate >= policy.ceiling) return { ...next, rate: policy.ceiling };
  if (since(pace.raisedAt) < RAISE_EVERY_MS) return next;
  const raised =
    pace.rate < pace.threshold
      ? Math.min(pace.rate * 2, pace.threshold)
      : pace.rate + policy.ceiling / STEPS_TO_CEILING;
  return {
    ...next,
    rate: Math.min(policy.ceiling, raised),
    raisedAt: now,
    heldUntil: null,
    // One more refusal after a recovery is enough to hold again.
    stops: pace.heldUntil ? policy.stopsToHold - 1 : pace.stops,
  };
}

/** Whether the provider as a whole refuses us: it said so, and has not taken our probes since. */
export const isHeld = (pace: Pick<Pace, 'heldUntil'>, now: Date): boolean =>
  pace.heldUntil !== null && now < pace.heldUntil;
