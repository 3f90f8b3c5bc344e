import { type Actor, writeAudit } from '#platform/audit';
import type { Tx } from '#platform/database';
import { addJob } from '#platform/jobs';
import { endIncident, insertStatement } from '../store/incidents.ts';
import { type Incident, type Locale, OURS } from '../types.ts';

/** The job that tells the people an incident hit that it is over. */
export const TELL = 'status.tell';

type Closing = {
  actor: Actor;
  by: string;
  statement: Record<Locale, string>;
  /** Why it is closed although a lane is measured as disturbed: nobody is told that codes arrive as usual before it is so. */
  although?: string | undefined;
};

/** Ends an incident, says so publicly, and has the people it hit found and told (R54). */
export async function closeIncident(tx: Tx, incident: Incident, closing: Closing): Promise<void> {
  const { actor, by, statement, although } = closing;
  await endIncident(tx, incident.id, although !== undefined);
  await insertStatement(tx, incident.id, { kind: although ? 'STATEMENT' : 'RECOVERED', ...statement, by });
  await writeAudit(tx, {
    actor,
    action: 'incident closed',
    subject: `incident:${incident.id}`,
    ...(although === undefined ? {} : { detail: { although } }),
  });
  if (incident.lanes.length > 0 || incident.provider === OURS)
    await addJob(
      tx,
      TELL,
      { incident: incident.id, ...(although ? { silently: 'yes' } : {}) },
      `${TELL}:${incident.id}`,
    );
}
