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
