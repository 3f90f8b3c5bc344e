import { hash } from '@node-rs/argon2';
import { writeAudit } from '#platform/audit';
import { type Caller, subjectOf } from '#platform/caller';
import { judgePassword } from '../rules/judge-password.ts';
import { createAccount, findActivation } from '../store/activations.ts';
import { type Begun, beginSession } from './begin-session.ts';
import type { Needs, Refused } from './needs.ts';

/** The notice a taxpayer accepts (PER-04/PJ/2015 art. 3(4), 5(5), 7(5)); the screen shows this version. */
export const LIABILITY_VERSION = '2015-02-13';

/** Password and liability notice turn a confirmed channel into an account, and sign in (R12, R18). */
export async function completeActivation(
  needs: Needs,
  caller: Caller,
  input: { activationId: string; password: string; liabilityAccepted: boolean },
): Promise<({ ok: true } & Begun) | Refused> {
  const { db, channels } = needs;
  const seen = await findActivation(db.read, input.activationId, caller.flowHash);
  if (!seen) return { ok: false, code: 'NOT_FOUND' };
  if (seen.hasAccount) return { ok: false, code: 'ALREADY_ACTIVATED' };
  if (!input.liabilityAccepted) return { ok: false, code: 'INVALID_INPUT', field: 'liabilityAccepted' };
  if (judgePassword(input.password, seen.taxpayerName) === 'weak')
    return { ok: false, code: 'WEAK_PASSWORD', field: 'password' };
  const passwordHash = await hash(input.password);
  return db.inTransaction<({ ok: true } & Begun) | Refused>(async (tx) => {
    const activation = await findActivation(tx, input.activationId, caller.flowHash, 'lock');
    if (!activation) return { ok: false, code: 'NOT_FOUND' };
    if (activation.hasAccount) return { ok: false, code: 'ALREADY_ACTIVATED' };
    if (activation.now >= activation.efinValidUntil) return { ok: false, code: 'EFIN_EXPIRED' };
    const { taxpayerId, efinId } = activation;
    const confirmed = (await channels.of(tx, taxpayerId)).some((channel) => channel.confirmed);
    if (!confirmed) return { ok: false, code: 'CHANNEL_NOT_CONFIRMED' };
    await createAccount(tx, { taxpayerId, efinId, passwordHash, liabilityVersion: LIABILITY_VERSION });
    await writeAudit(tx, {
      actor: 'flow',
      action: 'account.activated',
      subject: subjectOf(taxpayerId),
      detail: { liability: LIABILITY_VERSION },
    });
    return { ok: true, ...(await beginSession(needs, tx, caller, taxpayerId)) };
  });
}
