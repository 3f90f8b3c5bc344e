/** How long ahead planned maintenance is announced (R76). */
const AHEAD_MS = 48 * 3_600_000;

export type Span = { from: Date; to: Date };
type Facts = Span & {
  /** Shorter notice, on purpose; it is recorded. */
  urgent: boolean;
  /** The other windows that are planned or running. */
  others: readonly Span[];
};

export type WindowVerdict =
  | { verdict: 'take' }
  | { verdict: 'refuse'; why: 'ENDS_FIRST' | 'IS_PAST' | 'OVERLAPS' }
  | { verdict: 'refuse'; why: 'TOO_SOON'; earliest: Date };

/** Whether a window may be planned, or moved to where it is now. */
export function judgeWindow({ from, to, urgent, others }: Facts, now: Date): WindowVerdict {
  if (to <= from) return { verdict: 'refuse', why: 'ENDS_FIRST' };
  if (to <= now) return { verdict: 'refuse', why: 'IS_PAST' };
  if (others.some((other) => other.from < to && from < other.to))
    return { verdict: 'refuse', why: 'OVERLAPS' };
  const earliest = new Date(now.getTime() + AHEAD_MS);
  return from < earliest && !urgent ? { verdict: 'refuse', why: 'TOO_SOON', earliest } : { verdict: 'take' };
}
