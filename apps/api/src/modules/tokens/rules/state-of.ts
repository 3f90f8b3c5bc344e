import type { Token, TokenState } from '../types.ts';

type Clocks = Pick<Token, 'state' | 'validUntil' | 'endsAt'>;

/**
 * A token's state at `now`. Its window may pass and open again (a receipt that comes late opens it: late delivery does not
 * eat the validity, R67), so EXPIRED is judged, not stored, until the absolute end.
 */
export function stateOf({ state, validUntil, endsAt }: Clocks, now: Date): TokenState {
  if (state !== 'OPEN') return state;
  if (now >= endsAt) return 'EXPIRED';
  return validUntil !== null && now >= validUntil ? 'EXPIRED' : 'OPEN';
}

/** Whether it is EXPIRED by its window alone: its end has not come, and asking again makes the same code count again. */
export const isWindowPassed = (clocks: Clocks, now: Date): boolean =>
  clocks.state === 'OPEN' && now < clocks.endsAt && stateOf(clocks, now) === 'EXPIRED';

/** What an open token is after a code was entered for it at `now`: no more than `attemptsMax` are ever evaluated. */
export function afterEntry(
  { attemptsUsed, attemptsMax }: Pick<Token, 'attemptsUsed' | 'attemptsMax'>,
  right: boolean,
  now: Date,
): Pick<Token, 'attemptsUsed' | 'state' | 'endedAt'> {
  const used = attemptsUsed + 1;
  const state = right ? 'VERIFIED' : used >= attemptsMax ? 'LOCKED' : 'OPEN';
  return { attemptsUsed: used, state, endedAt: state === 'OPEN' ? null : now };
}
