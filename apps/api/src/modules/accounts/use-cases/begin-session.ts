import { writeAudit } from '#platform/audit';
import { type Caller, subjectOf } from '#platform/caller';
import { type Tx, whenDone } from '#platform/database';
import { sha256 } from '#platform/digest';
import { randomId } from '#platform/random';
import { accountLimits } from '../policy.ts';
import { insertKnownBrowser, insertSession } from '../store/sessions.ts';
import type { Needs } from './needs.ts';

export type Begun = { taxpayerId: string; endsAt: Date };

/** A new session (256 random bits, hashed at rest) and, for this browser, a failure count of its own from now on. */
export async function beginSession(
  { policies }: Pick<Needs, 'policies'>,
  tx: Tx,
  caller: Caller,
  taxpayerId: string,
): Promise<Begun> {
  const limits = await accountLimits(policies);
  const secret = randomId(32);
  const { endsAt, lastsUntil } = await insertSession(tx, {
    hash: sha256(secret),
    taxpayerId,
    seconds: limits.sessionSeconds,
    idleSeconds: limits.sessionIdleSeconds,
  });
  const browser = randomId(32);
  await insertKnownBrowser(tx, sha256(browser), taxpayerId);
  await writeAudit(tx, {
    actor: `taxpayer:${taxpayerId}`,
    action: 'session.began',
    subject: subjectOf(taxpayerId),
  });
  whenDone(tx, () => {
    caller.giveSession(secret, lastsUntil);
    caller.rememberBrowser(browser);
  });
  return { taxpayerId, endsAt };
}
