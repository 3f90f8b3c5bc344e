import type { Tx } from '#platform/database';
import type { CaseStep } from '../rules/judge-case.ts';
import type { Incident } from '../types.ts';

/** An incident as the people on duty see it. */
export type DutyIncident = Incident & {
  titleEn: string;
  owner: string;
  estimate: Date | null;
  /** The estimate has passed, and it goes on. */
  overdue: boolean;
  cause: string | null;
  hits: number;
  told: number;
  /** The others are to hear of it when its lanes are in order. */
  noticeOwed: boolean;
  maintenanceId: string | null;
};

/** Incidents that are open or ended within 30 days. */
export const dutyIncidents = (tx: Tx): Promise<DutyIncident[]> =>
  tx.$queryRaw<DutyIncident[]>`
    SELECT id, since, until, provider, lanes, affects, quiet_since AS "quietSince", public, title_en AS "titleEn", owner, estimate, cause, maintenance_id AS "maintenanceId", notice_owed AS "noticeOwed",
      until IS NULL AND coalesce(estimate <= app_now(), false) AS overdue,
      (SELECT count(*) FROM incident_hit h WHERE h.incident_id = i.id)::int AS hits,
      (SELECT count(*) FROM incident_hit h WHERE h.incident_id = i.id AND told_at IS NOT NULL)::int AS told
    FROM incident i WHERE until IS NULL OR until > app_now() - interval '30 days' ORDER BY since`;

export const setOwner = (tx: Tx, id: string, owner: string): Promise<number> =>
  tx.$executeRaw`UPDATE incident SET owner = ${owner} WHERE id = ${id}::uuid`;

export const setCause = (tx: Tx, id: string, cause: string): Promise<number> =>
  tx.$executeRaw`UPDATE incident SET cause = ${cause} WHERE id = ${id}::uuid`;

/** The newest estimate is in force; earlier ones stay as history. */
export const setEstimate = (tx: Tx, id: string, estimate: Date | null, by: string): Promise<number> =>
  tx.$executeRaw`
    WITH kept AS (INSERT INTO incident_estimate (incident_id, estimate, by) VALUES (${id}::uuid, ${estimate}, ${by}))
    UPDATE incident SET estimate = ${estimate} WHERE id = ${id}::uuid`;

export type CaseEntry = { at: Date; provider: string; step: CaseStep; note: string; by: string };

/** What was exchanged with providers about an incident, oldest first. */
export const caseOf = (tx: Tx, incident: string): Promise<CaseEntry[]> =>
  tx.$queryRaw<CaseEntry[]>`
    SELECT at, provider, step, note, by FROM incident_case WHERE incident_id = ${incident}::uuid ORDER BY id`;

export const insertCase = (tx: Tx, incident: string, c: Omit<CaseEntry, 'at'>): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO incident_case (incident_id, provider, step, note, by)
    VALUES (${incident}::uuid, ${c.provider}, ${c.step}, ${c.note}, ${c.by})`;
