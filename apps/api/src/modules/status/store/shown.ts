import type { Tx } from '#platform/database';
import type { Service, StatementKind } from '../types.ts';

export type ShownIncident = {
  id: string;
  titleId: string;
  titleEn: string;
  provider: string | null;
  public: boolean;
  lanes: string[];
  affects: string[];
  since: Date;
  until: Date | null;
  /** It is over because somebody said so, and its lanes are not in order yet. */
  closedAlthough: boolean;
  owner: string;
  estimate: Date | null;
  /** The estimate has passed, and it goes on. */
  overdue: boolean;
  /** What half of the last ones of this provider took at most, in seconds; null where fewer than three are known. */
  usualSeconds: number | null;
  services: Service[];
};

/** Open incidents, and those that ended within a day. */
export const shownIncidents = (tx: Tx): Promise<ShownIncident[]> =>
  tx.$queryRaw<ShownIncident[]>`
    SELECT id, title_id AS "titleId", title_en AS "titleEn", provider, public, lanes, affects, since, until, owner,
      until IS NOT NULL AND notice_owed AS "closedAlthough", estimate, services,
      until IS NULL AND coalesce(estimate <= app_now(), false) AS overdue,
      CASE WHEN until IS NULL AND provider IS NOT NULL THEN (
        SELECT CASE WHEN count(*) >= 3 THEN percentile_disc(0.5) WITHIN GROUP (ORDER BY took) END FROM (
          SELECT extract(epoch FROM past.until - past.since)::int AS took FROM incident past
          WHERE past.provider = i.provider AND past.until IS NOT NULL ORDER BY past.until DESC LIMIT 5) last)
      END AS "usualSeconds"
    FROM incident i WHERE until IS NULL OR until > app_now() - interval '24 hours' ORDER BY until IS NULL DESC, since DESC`;

export type ShownStatement = {
  incidentId: string;
  at: Date;
  kind: StatementKind;
  textId: string;
  textEn: string;
};

/** What was said about incidents, newest first. */
export const statementsOf = (tx: Tx, incidents: string[]): Promise<ShownStatement[]> =>
  tx.$queryRaw<ShownStatement[]>`
    SELECT incident_id AS "incidentId", at, kind, text_id AS "textId", text_en AS "textEn"
    FROM incident_statement WHERE incident_id = ANY (${incidents}::uuid[]) ORDER BY at DESC, id DESC`;

export type Phase = 'PLANNED' | 'ANNOUNCED' | 'RUNNING';
export type ShownWindow = {
  id: string;
  titleId: string;
  titleEn: string;
  reasonId: string | null;
  reasonEn: string | null;
  from: Date;
  to: Date;
  phase: Phase;
};

/** Windows that run or begin within 14 days; announced on every page from 48 hours before (R76). */
export const shownMaintenance = (tx: Tx): Promise<ShownWindow[]> =>
  tx.$queryRaw<ShownWindow[]>`
    SELECT id, title_id AS "titleId", title_en AS "titleEn", reason_id AS "reasonId", reason_en AS "reasonEn", "from", "to",
      CASE WHEN "from" <= app_now() THEN 'RUNNING' WHEN "from" <= app_now() + interval '48 hours' THEN 'ANNOUNCED' ELSE 'PLANNED' END AS phase
    FROM maintenance
    WHERE cancelled_at IS NULL AND "to" > app_now() AND "from" < app_now() + interval '14 days' ORDER BY "from"`;
