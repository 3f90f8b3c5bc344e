import type { TaxpayerIdentifier } from '@sampai/identifiers';
import type { AuditRecord } from '#platform/audit';
import { type Caller, subjectOf } from '#platform/caller';
import { accountLimits } from '../policy.ts';
import { judgeFailures } from '../rules/judge-failures.ts';
import { clearFailures, countAttempt, takeBackAttempt } from '../store/failures.ts';
import { isKnownBrowser } from '../store/sessions.ts';
import { type Found, findByIdentifier } from '../store/taxpayers.ts';
import type { Needs } from './needs.ts';

export type Attempt = {
  person: Found | undefined;
  now: Date;
  /** What the audit keeps of a failure: whose account, and keyed digests of where from and what was typed. */
  trace: Pick<AuditRecord, 'subject' | 'detail'>;
  /** It was no failure after all. An attempt that never says so stays counted. */
  succeeded(): Promise<void>;
};

/**
 * Begins an attempt to be recognised: finds who is meant, counts the attempt as a failure until it succeeds, and judges
 * whether it is heard. The same queries run whether or not there is such a person.
 */
export async function beginAttempt(
  { db, policies, secrets }: Needs,
  kind: 'sign-in' | 'activation',
  { kind: form, canonical }: TaxpayerIdentifier,
  caller: Caller,
): Promise<{ ok: true; attempt: Attempt } | { ok: false; code: 'RATE_LIMITED'; until: Date }> {
  const limits = await accountLimits(policies);
  const index = secrets.index(form, canonical);
  const person = await findByIdentifier(db.read, index);
  const key = (...parts: string[]) =>
    secrets.index('failures', [kind, person?.id ?? canonical, ...parts].join('|'));
  const count = (counted: Uint8Array) => countAttempt(db.read, counted, limits.windowSeconds);

  const { browserHash } = caller;
  const known = browserHash && (await isKnownBrowser(db.read, browserHash, person?.id ?? NOBODY));
  const own = known ? key('browser', Buffer.from(browserHash).toString('hex')) : key('source', caller.source);
  const ofOwn = await count(own);
  // A source that is not heard any more does not add to what slows the others down.
  const all = known || ofOwn.failures > limits.failuresPerSource ? null : key('account');
  const facts = { own: ofOwn, account: all && (await count(all)), known: Boolean(known) };
  const verdict = judgeFailures(facts, limits);
  if (!verdict.heard) {
    if (all) await takeBackAttempt(db.read, all);
    return { ok: false, code: 'RATE_LIMITED', until: verdict.until };
  }
  const succeeded = async () => {
    await clearFailures(db.read, own);
    if (all) await takeBackAttempt(db.read, all);
  };
  const trace = {
    ...(person && { subject: subjectOf(person.id) }),
    detail: { source: caller.source, identifier: Buffer.from(index).toString('base64url') },
  };
  return { ok: true, attempt: { person, now: ofOwn.now, trace, succeeded } };
}

/** An id that belongs to nobody: look-ups for a person who does not exist run all the same. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';
