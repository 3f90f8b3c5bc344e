import type { Caller } from '#platform/caller';
import { mayUse } from '../rules/may-use.ts';
import { findToken, type Read } from '../store/find.ts';
import type { Purpose, TokenView } from '../types.ts';
import { viewerOf } from '../viewer-of.ts';
import type { Needs } from './needs.ts';
import { type Entered, judgeEntry, tellVerified, type VerifyOutcome } from './verify-token.ts';
import { viewToken } from './view-token.ts';

type Passed = { verdict: 'verified' | 'already-verified'; token: Read };
export type AloneOutcome =
  | (Passed & { view: TokenView })
  | Exclude<VerifyOutcome, Passed>
  | { verdict: 'misplaced' };

/**
 * Checks a code in a transaction of its own, and looks at the token as it is then. A purpose of `except` is verified by what
 * it validates, together with it; here it burns no attempt.
 */
export const verifyAlone = (
  needs: Needs,
  caller: Caller,
  entered: Entered,
  except: Purpose[],
): Promise<AloneOutcome> =>
  needs.db.inTransaction(async (tx): Promise<AloneOutcome> => {
    const token = await findToken(tx, entered.tokenId);
    if (token && mayUse(token, viewerOf(caller)) && except.includes(token.purpose))
      return { verdict: 'misplaced' };
    const outcome = await judgeEntry(needs, tx, token, entered, caller);
    if (!('token' in outcome)) return outcome;
    const told =
      outcome.verdict === 'verified' ? tellVerified(needs, tx, outcome.token, caller) : Promise.resolve();
    const seen = viewToken(needs, tx, outcome.token, outcome.token.now);
    const [view] = await Promise.all([seen, told]);
    return { ...outcome, view };
  });
