import { parseEfin, parseTaxpayerIdentifier } from '@sampai/identifiers';
import { writeAudit } from '#platform/audit';
import { type Caller, subjectOf } from '#platform/caller';
import { randomId } from '#platform/random';
import { judgeEfin } from '../rules/judge-efin.ts';
import { type Activation, findActivation, putActivation } from '../store/activations.ts';
import { beginAttempt, NOBODY } from './attempts.ts';
import type { Needs, Refused } from './needs.ts';

/**
 * Identifier and e-FIN open an activation in this browser. A wrong e-FIN and an unknown person get the same answer after
 * the same work; that an e-FIN has lapsed or is spent is told only to its holder.
 */
export async function startActivation(
  needs: Needs,
  caller: Caller,
  input: { identifier: string; efin: string },
): Promise<{ ok: true; activation: Activation } | Refused> {
  const { db, secrets, tokens } = needs;
  const identifier = parseTaxpayerIdentifier(input.identifier);
  if (!identifier.ok) return { ok: false, code: 'INVALID_INPUT', field: 'identifier' };
  const efin = parseEfin(input.efin);
  if (!efin.ok) return { ok: false, code: 'INVALID_INPUT', field: 'efin' };
  const begun = await beginAttempt(needs, 'activation', identifier.value, caller);
  if (!begun.ok) return begun;

  const { attempt } = begun;
  const { person } = attempt;
  const offered = secrets.efin(person?.id ?? NOBODY, efin.value);
  const verdict = judgeEfin(person?.efins ?? [], offered, attempt.now);
  if (verdict === 'not-recognised' || !person) {
    await writeAudit(db.read, { actor: 'flow', action: 'activation.not_recognised', ...attempt.trace });
    return { ok: false, code: 'NOT_RECOGNISED' };
  }
  await attempt.succeeded();
  if (verdict === 'already-activated' || person.passwordHash) return { ok: false, code: 'ALREADY_ACTIVATED' };
  if (verdict === 'expired') return { ok: false, code: 'EFIN_EXPIRED' };

  const flowHash = caller.ensureFlow();
  const activation = await db.inTransaction(async (tx) => {
    const match = person.efins.find(({ hash }) => Buffer.compare(hash, offered) === 0);
    const id = await putActivation(tx, {
      id: randomId(16),
      taxpayerId: person.id,
      efinId: match?.id ?? NOBODY,
      flowHash,
    });
    await tokens.rebind(tx, subjectOf(person.id), flowHash);
    await writeAudit(tx, { actor: 'flow', action: 'activation.started', subject: subjectOf(person.id) });
    return findActivation(tx, id, flowHash);
  });
  if (!activation) throw new Error('an activation just written was not found');
  return { ok: true, activation };
}
