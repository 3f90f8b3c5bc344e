import { type Sql, sql, type Tx } from './database.ts';

/** Who acted: a taxpayer, an agent, a browser flow that is not signed in, an operator, or the system itself. */
export type Actor = `taxpayer:${string}` | `agent:${string}` | `operator:${string}` | 'flow' | 'system';

export type AuditRecord = {
  actor: Actor;
  action: string;
  subject?: string;
  detail?: Record<string, string | number | boolean | null>;
};

/** Writes one entry in the caller's transaction. Entries hold ids and masked values, never codes, addresses or amounts. */
export async function writeAudit(tx: Tx, { actor, action, subject, detail }: AuditRecord): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO audit_entry (actor, action, subject, detail)
    VALUES (${actor}, ${action}, ${subject ?? null}, ${JSON.stringify(detail ?? {})}::jsonb)`;
}

/** Entries as a part of a larger statement (`WITH ..., <this>`). */
export const auditing = (records: AuditRecord[]): Sql => sql`
  audited AS (
    INSERT INTO audit_entry (actor, action, subject, detail)
    SELECT * FROM unnest(${records.map(({ actor }) => actor)}::text[], ${records.map(({ action }) => action)}::text[],
      ${records.map(({ subject }) => subject ?? null)}::text[], ${records.map(({ detail }) => JSON.stringify(detail ?? {}))}::jsonb[]))`;
