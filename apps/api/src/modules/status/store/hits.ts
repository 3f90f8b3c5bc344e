import type { Tx } from '#platform/database';
import type { Hit } from '../ports.ts';

/** Keeps whom an incident hit; who is known already stays as they are. */
export const insertHits = (tx: Tx, incident: string, hits: readonly Hit[]): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO incident_hit (incident_id, subject, locale)
    SELECT ${incident}::uuid, subject, min(locale)
    FROM unnest(${hits.map(({ subject }) => subject)}::text[], ${hits.map(({ locale }) => locale)}::text[]) AS h (subject, locale)
    GROUP BY subject ON CONFLICT DO NOTHING`;

/** The next people after `after` who have not been told. */
export const untold = (tx: Tx, incident: string, after: string, limit: number): Promise<Hit[]> =>
  tx.$queryRaw<Hit[]>`
    SELECT subject, locale FROM incident_hit
    WHERE incident_id = ${incident}::uuid AND told_at IS NULL AND subject > ${after}
    ORDER BY subject LIMIT ${limit} FOR UPDATE`;

export const markTold = (tx: Tx, incident: string, subjects: string[]): Promise<number> =>
  tx.$executeRaw`
    UPDATE incident_hit SET told_at = app_now() WHERE incident_id = ${incident}::uuid AND subject = ANY (${subjects})`;
