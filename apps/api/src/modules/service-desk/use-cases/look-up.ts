import { parseTaxpayerIdentifier } from '@sampai/identifiers';
import { writeAudit } from '#platform/audit';
import { subjectOf } from '#platform/caller';
import { deskLimits } from '../policy.ts';
import { judgeLookUp } from '../rules/judge-look-up.ts';
import type { Agent } from '../store/agents.ts';
import { insertLook, lockLooks } from '../store/looks.ts';
import type { Needs, Refused } from './needs.ts';

type Opened = { ok: true; lookId: string } | Refused;

/**
 * An agent looks a taxpayer up: written into the audit, with its look, before anything is shown (R105). What the look
 * then shows may be re-read until it ends, without another entry.
 */
export async function lookUp(needs: Needs, agent: Agent, identifier: string): Promise<Opened> {
  const parsed = parseTaxpayerIdentifier(identifier);
  if (!parsed.ok) return { ok: false, code: 'INVALID_INPUT', field: 'identifier' };
  const { kind, canonical } = parsed.value;
  const limits = await deskLimits(needs.policies);
  const actor = `agent:${agent.id}` as const;

  return needs.db.inTransaction<Opened>(async (tx) => {
    const verdict = judgeLookUp(await lockLooks(tx, agent.id), limits);
    if (!verdict.allowed) {
      await writeAudit(tx, { actor, action: 'desk.look_refused' });
      return { ok: false, code: 'RATE_LIMITED', field: 'identifier', until: verdict.until };
    }
    const person = await needs.accounts.find(tx, kind, canonical);
    const lookId = await insertLook(tx, {
      agentId: agent.id,
      taxpayerId: person?.id ?? null,
      seconds: limits.lookSeconds,
    });
    if (!person) {
      await writeAudit(tx, { actor, action: 'desk.looked_for_nobody', detail: { look: lookId } });
      return { ok: false, code: 'NOT_FOUND', field: 'identifier' };
    }
    await writeAudit(tx, {
      actor,
      action: 'desk.looked_at',
      subject: subjectOf(person.id),
      detail: { look: lookId },
    });
    return { ok: true, lookId };
  });
}
