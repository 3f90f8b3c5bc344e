import type { Caller } from '#platform/caller';
import type { Tx } from '#platform/database';
import { mayUse } from '../rules/may-use.ts';
import { lockForEntry, type Read } from '../store/find.ts';
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
export async function verifyAlone(
  needs: Needs,
  caller: Caller,
  entered: Entered,
  except: Purpose[],
): Promise<AloneOutcome> {
  type Judged = VerifyOutcome | { verdict: 'misplaced' };
  const judge = async (tx: Tx): Promise<Judged> => {
    const token = await lockForEntry(tx, entered.tokenId);
    if (token && mayUse(token, viewerOf(caller)) && except.includes(token.purpose))
      return { verdict: 'misplaced' };
    const outcome = await judgeEntry(needs, tx, token, entered, caller);
    if (outcome.verdict === 'verified') await tellVerified(needs, tx, outcome.token, caller);
    return outcome;
  };
  const look = async (read: Tx, judged: Judged) =>
    'token' in judged ? viewToken(needs, read, judged.token, judged.token.now) : undefined;
  const { outcome, seen } = await needs.db.inSharedTransaction(judge, look);
  if (!('token' in outcome)) return outcome;
  if (!seen) throw new Error('a token that was judged was not looked at');
  return { ...outcome, view: seen };
}
