import { remember } from '#platform/remember';
import type { Needs } from '../ports.ts';
import { healthByLane } from '../store/lanes.ts';
import {
  type ShownIncident,
  type ShownStatement,
  shownIncidents,
  shownMaintenance,
  statementsOf,
} from '../store/shown.ts';
import { type Locale, OURS } from '../types.ts';

/** Every open page asks each minute: all of them share one reading. */
const REFRESH_MS = 1_000;

/** What everybody may read, as of the last second. */
export function makePublic({ db }: Pick<Needs, 'db'>) {
  const windows = remember(() => shownMaintenance(db.aside), REFRESH_MS);
  const incidents = remember(async () => {
    const shown = await shownIncidents(db.aside);
    const said = await statementsOf(
      db.aside,
      shown.map(({ id }) => id),
    );
    return shown.map((incident) => ({
      ...incident,
      said: said.filter(({ incidentId }) => incidentId === incident.id),
    }));
  }, REFRESH_MS);
  const health = remember(() => healthByLane(db.aside), REFRESH_MS);

  return {
    incidents: async (locale: Locale) =>
      (await incidents.get())
        .filter((incident) => incident.public)
        .map((incident) => inWords(incident, locale)),
    /** What an agent tells of the open incidents about any of these lanes, and of our own, which are about all. */
    openAbout: async (lanes: string[], locale: Locale) =>
      (await incidents.get())
        .filter(
          ({ until, provider, lanes: theirs }) =>
            until === null && (provider === OURS || theirs.some((lane) => lanes.includes(lane))),
        )
        .map((incident) => told(inWords(incident, locale))),
    maintenance: async (locale: Locale) =>
      (await windows.get()).map(({ titleId, titleEn, reasonId, reasonEn, ...window }) => ({
        ...window,
        title: locale === 'id' ? titleId : titleEn,
        reason: locale === 'id' ? reasonId : reasonEn,
      })),
    /** Until when the portal only reads and saves drafts; null: it takes everything. */
    closedUntil: async (): Promise<Date | null> =>
      (await windows.get()).find(({ phase }) => phase === 'RUNNING')?.to ?? null,
    health: async (lane: string) => (await health.get()).find((seen) => seen.lane === lane)?.health,
    /** The next to ask reads anew. */
    forget(): void {
      for (const known of [windows, incidents, health]) known.forget();
    },
  };
}

function inWords(
  { titleId, titleEn, said, ...incident }: ShownIncident & { said: ShownStatement[] },
  locale: Locale,
) {
  return {
    ...incident,
    title: locale === 'id' ? titleId : titleEn,
    statements: said.map(({ at, kind, textId, textEn }) => ({
      at,
      kind,
      text: locale === 'id' ? textId : textEn,
    })),
  };
}

/** An incident as an agent hears of it: with the newest that was said. */
export const told = ({ statements, ...incident }: ReturnType<typeof inWords>) => {
  const { id, title, since, owner, estimate, overdue } = incident;
  return { id, title, since, owner, estimate, overdue, said: statements[0]?.text ?? null };
};
