import { writeAudit } from '#platform/audit';
import type { Caller } from '#platform/caller';
import type { Tx } from '#platform/database';
import { equalSecrets } from '#platform/digest';
import { mayUse } from '../rules/may-use.ts';
import { deriveCode, readCode } from '../rules/one-time-code.ts';
import { stateOf } from '../rules/state-of.ts';
import { findToken } from '../store/find.ts';
import { countIssued } from '../store/issue.ts';
import { countAttempt } from '../store/verify.ts';
import type { Token, Viewer } from '../types.ts';
import type { Needs } from './needs.ts';

export type VerifyOutcome =
  | { verdict: 'verified'; token: Token }
  | { verdict: 'already-verified'; token: Token }
  | { verdict: 'wrong'; attemptsLeft: number; reference: string }
  | { verdict: 'refused'; code: 'NOT_FOUND' | 'TOKEN_EXPIRED' | 'TOKEN_LOCKED' | 'TOKEN_CANCELLED' }
  | { verdict: 'malformed' };

/**
 * Checks a code in the caller's transaction. The code is derived and compared in constant time before anything is written;
 * one statement then counts attempt, result and state. Malformed input and strangers burn no attempt.
 */
export async function verifyToken(
  needs: Needs,
  tx: Tx,
  viewer: Viewer,
  entered: { tokenId: string; code: string },
  caller: Caller,
): Promise<VerifyOutcome> {
  const { keys, metrics, policy } = needs;
  const token = await findToken(tx, entered.tokenId);
  if (!token || !mayUse(token, viewer)) return { verdict: 'refused', code: 'NOT_FOUND' };
  const code = readCode(entered.code);
  if (code === null) return { verdict: 'malformed' };
  const right = equalSecrets(deriveCode(keys.token.key(token.keyId), token.id).reveal(), code);
  const { consecutiveWrong } = await policy.limits();
  const counted = await countAttempt(tx, token.id, right, consecutiveWrong);
  if (!counted) {
    const stopped = (await countIssued(tx, token.account)).consecutiveWrong >= consecutiveWrong;
    return refusalFor((await findToken(tx, token.id)) ?? token, stopped);
  }

  const outcome = right ? 'right' : 'wrong';
  metrics.codesEntered.inc({ purpose: token.purpose, outcome });
  await writeAudit(tx, {
    actor: caller.taxpayerId ? `taxpayer:${caller.taxpayerId}` : 'flow',
    action: right ? 'token.verified' : 'token.wrong_code',
    subject: token.subject,
    detail: { token: token.id, purpose: token.purpose, state: counted.state },
  });
  if (!right)
    return counted.state === 'LOCKED'
      ? { verdict: 'refused', code: 'TOKEN_LOCKED' }
      : {
          verdict: 'wrong',
          attemptsLeft: counted.attemptsMax - counted.attemptsUsed,
          reference: counted.reference,
        };
  await needs.delivery.markArrived(tx, token.id);
  await needs.ports.onVerified(tx, counted, caller);
  return { verdict: 'verified', token: counted };
}

/** `stopped`: codes are stopped for the whole account, whatever this one's state. */
function refusalFor(token: Token & { now: Date }, stopped: boolean): VerifyOutcome {
  const state = stateOf(token, token.now);
  if (state === 'VERIFIED') return { verdict: 'already-verified', token };
  if (state === 'LOCKED' || (stopped && state === 'OPEN'))
    return { verdict: 'refused', code: 'TOKEN_LOCKED' };
  if (state === 'CANCELLED') return { verdict: 'refused', code: 'TOKEN_CANCELLED' };
  return { verdict: 'refused', code: 'TOKEN_EXPIRED' };
}
