import type { Tx } from '#platform/database';
import type { Hit } from '../ports.ts';

/** Keeps whom an incident hit; who is known already stays as they are. */
export const insertHits = (tx: Tx, incident: string, hits: readonly Hit[]): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO incident_hit (incident_id, subject, locale)
    SELECT ${incident}::uuid, subject, min(locale)
    FROM unnest(${hits.map(({ subject }) => subject)}::text[], ${hits.map(({ locale }) => locale)}::text[]) AS h (subject, locale)
    GROUP BY subject ON CONFLICT DO NOTHING`;

/** People are told of one incident after the other, to the end of the transaction: nobody hears twice of the same lane. */
export const lockTelling = (tx: Tx): Promise<number> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('status.tell', 0))`;

/** The next people after `after` who have not been told, nor of another incident of its lanes since this one was over. */
export const untold = (tx: Tx, incident: string, after: string, limit: number): Promise<Hit[]> =>
  tx.$queryRaw<Hit[]>`
    SELECT h.subject, h.locale FROM incident_hit h JOIN incident mine ON mine.id = h.incident_id
    WHERE mine.id = ${incident}::uuid AND h.told_at IS NULL AND h.subject > ${after}
      AND NOT EXISTS (
        SELECT 1 FROM incident other JOIN incident_hit told ON told.incident_id = other.id AND told.subject = h.subject
        WHERE other.id <> mine.id AND other.lanes && mine.lanes AND told.told_at >= mine.until)
    ORDER BY h.subject LIMIT ${limit} FOR UPDATE OF h`;

export const markTold = (tx: Tx, incident: string, subjects: string[]): Promise<number> =>
  tx.$executeRaw`
    UPDATE incident_hit SET told_at = app_now() WHERE incident_id = ${incident}::uuid AND subject = ANY (${subjects})`;
