import { hash, verify } from '@node-rs/argon2';
import { parseTaxpayerIdentifier } from '@sampai/identifiers';
import type { IssueOutcome, IssueRequest, Token } from '#modules/tokens';
import { writeAudit } from '#platform/audit';
import { type Caller, subjectOf } from '#platform/caller';
import { sha256 } from '#platform/digest';
import { randomId } from '#platform/random';
import type { Found } from '../store/taxpayers.ts';
import { beginAttempt } from './attempts.ts';
import { type Begun, beginSession } from './begin-session.ts';
import type { Needs, Refused } from './needs.ts';

/** argon2id of a text nobody has: checked where there is no account, so that the answer takes the same time. */
const nobodysHash = hash(randomId(32));
const LONGEST_PASSWORD = 128;

export type SignInOutcome =
  | ({ ok: true; kind: 'session' } & Begun)
  | { ok: true; kind: 'second-factor'; token: Token }
  | Refused;

/** NPWP or NIK and password; then, where the account asks for it, a code to a confirmed channel. */
export async function signIn(
  needs: Needs,
  caller: Caller,
  input: { identifier: string; password: string; proofOfWork?: string | null | undefined },
): Promise<SignInOutcome> {
  const { db } = needs;
  const identifier = parseTaxpayerIdentifier(input.identifier);
  if (!identifier.ok) return { ok: false, code: 'INVALID_INPUT', field: 'identifier' };
  if (input.password === '' || input.password.length > LONGEST_PASSWORD)
    return { ok: false, code: 'INVALID_INPUT', field: 'password' };
  const begun = await beginAttempt(needs, 'sign-in', identifier.value, caller);
  if (!begun.ok) return begun;

  const { attempt } = begun;
  const { person } = attempt;
  const right = await verify(person?.passwordHash ?? (await nobodysHash), input.password);
  if (!right || !person?.passwordHash) {
    await writeAudit(db.read, { actor: 'flow', action: 'session.not_recognised', ...attempt.trace });
    return { ok: false, code: 'NOT_RECOGNISED' };
  }
  await attempt.succeeded();
  if (person.secondFactor) return askSecondFactor(needs, caller, person, input.proofOfWork ?? null);
  return db.inTransaction<SignInOutcome>(async (tx) => ({
    ok: true,
    kind: 'session',
    ...(await beginSession(needs, tx, caller, person.id)),
  }));
}

/**
 * A code to the address the person chose; to another one that is confirmed where none may go there: its carrier is not live (R37),
 * or the number has had its SMS, which anybody can bring about who knows it.
 */
async function askSecondFactor(
  { db, channels, tokens }: Needs,
  caller: Caller,
  person: Found,
  proofOfWork: string | null,
): Promise<SignInOutcome> {
  const flowHash = caller.ensureFlow();
  return db.inTransaction<SignInOutcome>(async (tx) => {
    const addresses = await channels.addressesOf(tx, person.id);
    const { EMAIL, SMS } = addresses;
    let refused: Extract<IssueOutcome, { ok: false }> | undefined;
    let instead: IssueRequest['instead'] = null;
    for (const destination of person.secondFactor === 'SMS' ? [SMS, EMAIL] : [EMAIL, SMS]) {
      if (!destination) continue;
      const issued: IssueOutcome = await tokens.issue(tx, {
        purpose: 'SIGN_IN',
        subject: subjectOf(person.id),
        account: person.id,
        binding: sha256('sign-in', person.id, flowHash),
        destination,
        flowHash,
        network: caller.network,
        locale: caller.locale,
        acceptPrice: null,
        outsideSession: { proofOfWork },
        instead,
      });
      if (issued.ok) return { ok: true, kind: 'second-factor', token: issued.token };
      if (issued.why === undefined) return issued;
      // Of two that are refused, one that says until when says more.
      refused = refused?.until ? refused : issued;
      instead = { of: destination, why: issued.why };
    }
    return refused ?? { ok: false, code: 'CHANNEL_UNUSABLE' };
  });
}
