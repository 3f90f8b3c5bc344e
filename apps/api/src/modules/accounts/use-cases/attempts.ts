import { parseTaxpayerIdentifier } from '@sampai/identifiers';
import type { Caller } from '#platform/caller';
import { accountLimits } from '../policy.ts';
import { judgeFailures } from '../rules/judge-failures.ts';
import { clearFailures, countFailures, readFailures } from '../store/failures.ts';
import { isKnownBrowser } from '../store/sessions.ts';
import { type Found, findByIdentifier } from '../store/taxpayers.ts';
import type { Needs } from './needs.ts';

export type Attempt = {
  person: Found | undefined;
  now: Date;
  failed(): Promise<void>;
  succeeded(): Promise<void>;
};

/**
 * Begins an attempt to be recognised: finds who is meant and whether another attempt is heard now. The same queries run
 * whether or not there is such a person.
 */
export async function beginAttempt(
  { db, policies, secrets }: Needs,
  kind: 'sign-in' | 'activation',
  identifier: string,
  caller: Caller,
): Promise<
  { ok: true; attempt: Attempt } | { ok: false; code: 'INVALID_INPUT' | 'RATE_LIMITED'; until: Date | null }
> {
  const parsed = parseTaxpayerIdentifier(identifier);
  if (!parsed.ok) return { ok: false, code: 'INVALID_INPUT', until: null };
  const { kind: form, canonical } = parsed.value;
  const limits = await accountLimits(policies);
  const person = await findByIdentifier(db.read, secrets.index(form, canonical));
  const known =
    caller.browserHash && (await isKnownBrowser(db.read, caller.browserHash, person?.id ?? NOBODY));
  const key = (...parts: string[]) =>
    secrets.index('failures', [kind, person?.id ?? canonical, ...parts].join('|'));
  const keys =
    known && caller.browserHash
      ? [key('browser', Buffer.from(caller.browserHash).toString('hex'))]
      : [key('source', caller.source), key('account')];
  const { now, counts } = await readFailures(db.read, keys);
  const [first = { failures: 0, windowEnd: null }, second = first] = counts;
  const verdict = judgeFailures(
    { source: first, account: second, browser: known ? first : null },
    limits,
    now,
  );
  if (!verdict.heard) return { ok: false, code: 'RATE_LIMITED', until: verdict.until };
  return {
    ok: true,
    attempt: {
      person,
      now,
      failed: () => countFailures(db.read, keys, limits.windowSeconds),
      succeeded: async () => void (await clearFailures(db.read, keys.slice(0, 1))),
    },
  };
}

/** An id that belongs to nobody: look-ups for a person who does not exist run all the same. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';
