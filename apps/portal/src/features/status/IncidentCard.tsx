import { ParcelLine, type Station } from '@sampai/ui/ParcelLine';
import { Summary } from '@sampai/ui/Summary';
import { Tag } from '@sampai/ui/Tag';
import type { ServiceStatusQuery } from '../../generated/status.ts';
import { duration, until } from '../../lib/format.ts';
import { type Locale, useLocale, useTexts } from '../../lib/locale.ts';
import { serverNow } from '../../lib/serverClock.ts';
import { status as en } from '../../locales/en/status.ts';
import { status as id } from '../../locales/id/status.ts';
import { standingOf } from './standing.ts';

export type Incident = ServiceStatusQuery['serviceStatus']['incidents'][number];

/** One disturbance: what it is, what it touches, when it should be over, and what was said about it so far. */
export function IncidentCard({ incident }: { incident: Incident }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const now = serverNow();
  const at = (moment: string) => until(moment, now, locale);
  const { affects, estimate, owner, services, since, title, until: end } = incident;
  const standing = standingOf(incident);
  const facts = [
    [t.sinceLabel, at(since)],
    ...(end === null
      ? [
          [
            t.estimateLabel,
            estimate === null ? outlook(incident, now, t, locale) : expected(estimate, now, t, at),
          ],
        ]
      : [[standing === 'over' ? t.overLabel : t.closedLabel, at(end)]]),
    ...(affects.length > 0 ? [[t.affects, affects.join(', ')]] : []),
    ...(services.length > 0 ? [[t.servicesLabel, services.map((one) => t.services[one]).join(', ')]] : []),
    ...(owner !== null ? [[t.ownerLabel, owner]] : []),
  ];
  return (
    <article
      className={`rounded-lg border bg-card p-5 wrap-anywhere shadow-lift sm:p-6 ${standing === 'over' ? 'border-line' : 'border-kunyit'}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="text-lg font-semibold">{title}</h3>
        <Tag tone={standing === 'over' ? 'sirih' : 'kunyit'}>{t.standing[standing]}</Tag>
      </div>
      {standing === 'closed' ? <p className="mt-2 text-sm">{t.notInOrderYet}</p> : null}
      <div className="mt-2 text-sm">
        <Summary rows={facts.map(([label, value]) => ({ id: label ?? '', label, value }))} />
      </div>
      {incident.statements.length > 0 ? (
        <div className="mt-4">
          <ParcelLine label={t.lineLabel(title)} stations={stationsOf(incident, at, t)} />
        </div>
      ) : null}
    </article>
  );
}

/** What was expected, as long as it may still come true (R49). */
function expected(estimate: string, now: number, t: typeof id, at: (moment: string) => string): string {
  return Date.parse(estimate) > now ? at(estimate) : t.overdue(at(estimate));
}

/** Where nobody has said when: how long it usually takes there, as long as that may still come true. */
function outlook({ since, usualSeconds }: Incident, now: number, t: typeof id, locale: Locale): string {
  if (usualSeconds === null) return t.noEstimate;
  const isLonger = now - Date.parse(since) > usualSeconds * 1000;
  return t[isLonger ? 'longerThanUsual' : 'usually'](duration(usualSeconds, locale));
}

/** What was said, oldest first; the last word is where it stands. */
function stationsOf(incident: Incident, at: (moment: string) => string, t: typeof id): Station[] {
  const said = incident.statements.toReversed();
  return said.map((statement, index): Station => {
    const isLast = index === said.length - 1;
    const state = isLast ? (standingOf(incident) === 'over' ? 'arrived' : 'now') : 'done';
    return {
      id: `${statement.at} ${index}`,
      state,
      stateLabel: t.states[state],
      label: t.kinds[statement.kind],
      time: at(statement.at),
      detail: statement.text,
    };
  });
}
