import type { AuditRecord } from '#platform/audit';
import type { Caller } from '#platform/caller';
import { type Tx, whenDone } from '#platform/database';
import { equalSecrets } from '#platform/digest';
import { mayUse } from '../rules/may-use.ts';
import { deriveCode, readCode } from '../rules/one-time-code.ts';
import { afterEntry, stateOf } from '../rules/state-of.ts';
import { type Locked, lockForEntry, type Read } from '../store/find.ts';
import { recordAttempt } from '../store/verify.ts';
import type { Token } from '../types.ts';
import { viewerOf } from '../viewer-of.ts';
import type { Needs } from './needs.ts';
import { carrierPart } from './sms-to-number.ts';

export type Entered = { tokenId: string; code: string };
type Refused = {
  verdict: 'refused';
  code: 'NOT_FOUND' | 'TOKEN_EXPIRED' | 'TOKEN_LOCKED' | 'TOKEN_CANCELLED';
};
export type VerifyOutcome =
  | { verdict: 'verified'; token: Read }
  | { verdict: 'already-verified'; token: Read }
  | { verdict: 'wrong'; attemptsLeft: number; reference: string }
  | Refused
  | { verdict: 'malformed' };

/** Checks a code in the caller's transaction, and lets what it validates hear that it was right. */
export async function verifyToken(
  needs: Needs,
  tx: Tx,
  entered: Entered,
  caller: Caller,
): Promise<VerifyOutcome> {
  const locked = await lockForEntry(tx, entered.tokenId);
  const outcome = await judgeEntry(needs, tx, locked, entered, caller);
  if (outcome.verdict === 'verified') await tellVerified(needs, tx, outcome.token, caller);
  return outcome;
}

/**
 * Judges a code entered for a token that is locked: it is derived and compared in constant time before anything is written.
 * Malformed input and strangers burn no attempt, nor does a token that takes no code now.
 */
export async function judgeEntry(
  { keys, metrics, policy }: Needs,
  tx: Tx,
  token: Locked | undefined,
  entered: Entered,
  caller: Caller,
): Promise<VerifyOutcome> {
  if (!token || !mayUse(token, viewerOf(caller))) return { verdict: 'refused', code: 'NOT_FOUND' };
  const code = readCode(entered.code);
  if (code === null) return { verdict: 'malformed' };
  const stopped = token.consecutiveWrong >= (await policy.limits()).consecutiveWrong;
  if (stopped || stateOf(token, token.now) !== 'OPEN') return refusalFor(token, stopped);

  const right = equalSecrets(deriveCode(keys.token.key(token.keyId), token.id).reveal(), code);
  const counted = { ...token, ...afterEntry(token, right, token.now) };
  const audit: AuditRecord = {
    actor: caller.taxpayerId ? `taxpayer:${caller.taxpayerId}` : 'flow',
    action: right ? 'token.verified' : 'token.wrong_code',
    subject: token.subject,
    detail: { token: token.id, purpose: token.purpose },
  };
  recordAttempt(tx, { token: counted, right, audit });
  whenDone(tx, () =>
    metrics.codesEntered.inc({ purpose: token.purpose, outcome: right ? 'right' : 'wrong' }),
  );
  if (right) return { verdict: 'verified', token: counted };
  return counted.state === 'LOCKED'
    ? { verdict: 'refused', code: 'TOKEN_LOCKED' }
    : {
        verdict: 'wrong',
        attemptsLeft: counted.attemptsMax - counted.attemptsUsed,
        reference: counted.reference,
      };
}

/** The code has arrived, and what it validates happens: in the transaction that turns the token VERIFIED. */
export async function tellVerified(
  { delivery, metrics, ports }: Needs,
  tx: Tx,
  token: Token,
  caller: Caller,
): Promise<void> {
  delivery.markVerified(tx, token.id, (block) =>
    metrics.smsCodes.inc({ prefix: carrierPart(block), outcome: 'verified' }),
  );
  await ports.onVerified(tx, token, caller);
}

/** `stopped`: codes are stopped for the whole account, whatever this one's state. */
function refusalFor(token: Read, stopped: boolean): VerifyOutcome {
  const state = stateOf(token, token.now);
  if (state === 'VERIFIED') return { verdict: 'already-verified', token };
  if (state === 'LOCKED' || (stopped && state === 'OPEN'))
    return { verdict: 'refused', code: 'TOKEN_LOCKED' };
  if (state === 'CANCELLED') return { verdict: 'refused', code: 'TOKEN_CANCELLED' };
  return { verdict: 'refused', code: 'TOKEN_EXPIRED' };
}
