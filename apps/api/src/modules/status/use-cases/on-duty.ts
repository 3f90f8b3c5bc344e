import { writeAudit } from '#platform/audit';
import type { Tx } from '#platform/database';
import type { Needs } from '../ports.ts';
import { lockIncident } from '../store/incidents.ts';
import type { Incident } from '../types.ts';

/** What somebody on duty did, or the sentence that says why not. */
export type Done = { ok: true; id: string } | { ok: false; why: string };
/** Who is on duty, by name: it is recorded with everything they do. */
export type Duty = { by: string };

export const refuse = (why: string): Done => ({ ok: false, why });

/** Changes an incident in one transaction, and records who did it. `change` answers why it cannot, or nothing. */
export function change(
  { db }: Needs,
  { by }: Duty,
  id: string,
  action: string,
  apply: (tx: Tx, incident: Incident) => Promise<string | undefined>,
): Promise<Done> {
  return db.inTransaction(async (tx) => {
    const incident = await lockIncident(tx, id);
    if (!incident) return refuse('There is no such incident.');
    const why = await apply(tx, incident);
    if (why) return refuse(why);
    await writeAudit(tx, { actor: `operator:${by}`, action, subject: `incident:${id}` });
    return { ok: true, id };
  });
}
