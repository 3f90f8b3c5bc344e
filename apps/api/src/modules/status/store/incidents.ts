import { sql, type Tx } from '#platform/database';
import type { Incident, Service, StatementKind } from '../types.ts';

const COLUMNS = sql`id, since, until, provider, lanes, affects, quiet_since AS "quietSince", public`;

/** The newest incident of a provider or about any of its lanes. */
export async function newestAbout(tx: Tx, provider: string, lanes: string[]): Promise<Incident | undefined> {
  const [row] = await tx.$queryRaw<Incident[]>`
    SELECT ${COLUMNS} FROM incident WHERE provider = ${provider} OR lanes && ${lanes}
    ORDER BY until IS NULL DESC, until DESC, since DESC LIMIT 1 FOR UPDATE`;
  return row;
}

export async function findIncident(tx: Tx, id: string): Promise<Incident | undefined> {
  const [row] = await tx.$queryRaw<Incident[]>`SELECT ${COLUMNS} FROM incident WHERE id = ${id}::uuid`;
  return row;
}

/** Open incidents about any of the lanes. */
export const openAbout = (tx: Tx, lanes: string[]): Promise<{ id: string }[]> =>
  tx.$queryRaw<{ id: string }[]>`SELECT id FROM incident WHERE until IS NULL AND lanes && ${lanes}`;

export async function lockIncident(tx: Tx, id: string): Promise<Incident | undefined> {
  const [row] = await tx.$queryRaw<Incident[]>`
    SELECT ${COLUMNS} FROM incident WHERE id = ${id}::uuid FOR UPDATE`;
  return row;
}

export type NewIncident = {
  title: { id: string; en: string };
  since: Date | null;
  provider: string | null;
  lanes: string[];
  affects: string[];
  services: Service[];
  owner?: string | undefined;
  cause: string | null;
  public?: boolean;
};

/** Opens an incident, linked to the maintenance that ran when it began or had ended within three days before (R77). */
export async function insertIncident(
  tx: Tx,
  n: NewIncident,
): Promise<Incident & { maintenanceId: string | null }> {
  const [row] = await tx.$queryRaw<(Incident & { maintenanceId: string | null })[]>`
    WITH begun AS (SELECT coalesce(${n.since}::timestamptz, app_now()) AS since)
    INSERT INTO incident (title_id, title_en, since, provider, lanes, affects, services, owner, cause, public, maintenance_id)
    SELECT ${n.title.id}, ${n.title.en}, since, ${n.provider}, ${n.lanes}, ${n.affects}, ${n.services},
      coalesce(${n.owner ?? null}, 'Tim Pengiriman Kode'), ${n.cause}, ${n.public ?? true},
      (SELECT id FROM maintenance WHERE cancelled_at IS NULL AND "from" <= since AND "to" > since - interval '3 days'
       ORDER BY "to" DESC LIMIT 1)
    FROM begun RETURNING ${COLUMNS}, maintenance_id AS "maintenanceId"`;
  if (!row) throw new Error('the insert gave no row');
  return row;
}

export const addLanes = (tx: Tx, id: string, lanes: string[], affects: string[]): Promise<number> =>
  tx.$executeRaw`
    UPDATE incident SET
      lanes = ARRAY(SELECT DISTINCT unnest(lanes || ${lanes}) ORDER BY 1),
      affects = ARRAY(SELECT DISTINCT unnest(affects || ${affects}) ORDER BY 1)
    WHERE id = ${id}::uuid`;

/** It is over. `noticeOwed`: whom it hit hears so later, when its lanes are in order. */
export const endIncident = (tx: Tx, id: string, noticeOwed: boolean): Promise<number> =>
  tx.$executeRaw`UPDATE incident SET until = app_now(), notice_owed = ${noticeOwed} WHERE id = ${id}::uuid`;

/** Incidents that are over, whose people are yet to hear of it: of the last 30 days, and while none about any of their lanes is open. */
export const owingNotices = (tx: Tx): Promise<Incident[]> =>
  tx.$queryRaw<Incident[]>`
    SELECT ${COLUMNS} FROM incident i WHERE notice_owed AND until > app_now() - interval '30 days'
      AND NOT EXISTS (SELECT 1 FROM incident o WHERE o.until IS NULL AND o.lanes && i.lanes) ORDER BY until`;

/** Takes it upon us to tell whom it hit. Says whether that is still owed: it may have begun again. */
export const payNotice = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.$executeRaw`
    UPDATE incident SET notice_owed = false WHERE id = ${id}::uuid AND notice_owed AND until IS NOT NULL`) >
  0;

/** It goes on: what was expected before it was over is expected no more. */
export const continueIncident = (tx: Tx, id: string): Promise<number> =>
  tx.$executeRaw`
    WITH was AS (
      INSERT INTO incident_estimate (incident_id, estimate, by)
      SELECT id, NULL, 'Sampai' FROM incident WHERE id = ${id}::uuid AND estimate IS NOT NULL)
    UPDATE incident SET until = NULL, estimate = NULL WHERE id = ${id}::uuid`;

/** From now on everybody may read of it. */
export const publishIncident = (tx: Tx, id: string): Promise<number> =>
  tx.$executeRaw`UPDATE incident SET public = true WHERE id = ${id}::uuid`;

/** Remembers since when nothing was tried, as it is said now. */
export const noteQuiet = (tx: Tx, id: string, since: Date): Promise<number> =>
  tx.$executeRaw`UPDATE incident SET quiet_since = ${since} WHERE id = ${id}::uuid`;

export type NewStatement = { kind: StatementKind; id: string; en: string; by: string };

export const insertStatement = (tx: Tx, incident: string, s: NewStatement): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO incident_statement (incident_id, kind, text_id, text_en, by)
    VALUES (${incident}::uuid, ${s.kind}, ${s.id}, ${s.en}, ${s.by})`;
