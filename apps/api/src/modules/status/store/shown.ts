import type { Tx } from '#platform/database';

type Locale = 'id' | 'en';

/** Open incidents, and those that ended within a day. */
export const shownIncidents = (tx: Tx, locale: Locale) =>
  tx.$queryRaw<{ id: string; title: string; affects: string[]; since: Date; until: Date | null }[]>`
    SELECT id, CASE WHEN ${locale} = 'id' THEN title_id ELSE title_en END AS title, affects, since, until
    FROM incident WHERE until IS NULL OR until > app_now() - interval '24 hours' ORDER BY since DESC`;

/** Windows that run or begin within 14 days. */
export const shownMaintenance = (tx: Tx, locale: Locale) =>
  tx.$queryRaw<{ id: string; title: string; from: Date; to: Date }[]>`
    SELECT id, CASE WHEN ${locale} = 'id' THEN title_id ELSE title_en END AS title, "from", "to"
    FROM maintenance WHERE "to" > app_now() AND "from" < app_now() + interval '14 days' ORDER BY "from"`;
