import { useQuery } from '@apollo/client/react';
import { CheckIcon } from '@sampai/ui/icons';
import { Note } from '@sampai/ui/Note';
import { Skeleton } from '@sampai/ui/Skeleton';
import { ServiceStatusDocument, type ServiceStatusQuery } from '../../generated/status.ts';
import { moment, until } from '../../lib/format.ts';
import { useLocale, useTexts } from '../../lib/locale.ts';
import { Screen } from '../../lib/Screen.tsx';
import { serverNow } from '../../lib/serverClock.ts';
import { Loading, TroubleView } from '../../lib/states.tsx';
import { status as en } from '../../locales/en/status.ts';
import { status as id } from '../../locales/id/status.ts';
import { ArrivalTable } from './ArrivalTable.tsx';

type Status = ServiceStatusQuery['serviceStatus'];
type Incident = Status['incidents'][number];

/** How often the page asks again by itself, in milliseconds. */
const EVERY = 60_000;

/** The public status page: what is wrong, what is planned, how fast codes arrive. */
export function StatusScreen() {
  const t = useTexts({ id, en });
  const { data, previousData, error, loading, refetch } = useQuery(ServiceStatusDocument, {
    fetchPolicy: 'cache-and-network',
    pollInterval: EVERY,
  });
  const status = (data ?? previousData)?.serviceStatus;
  return (
    <Screen title={t.title} lead={t.lead}>
      {error ? (
        <TroubleView
          error={error}
          isRetrying={loading}
          onRetry={() => {
            refetch().catch(() => undefined);
          }}
        />
      ) : null}
      {status ? (
        <>
          <Incidents incidents={status.incidents} />
          <Windows windows={status.maintenance} />
          <ArrivalTable rows={status.arrival} />
        </>
      ) : error ? null : (
        <Loading>
          <Skeleton className="h-16 w-full" />
          <Skeleton className="h-6 w-56" />
          <Skeleton className="h-64 w-full" />
        </Loading>
      )}
    </Screen>
  );
}

/** `now` in milliseconds since 1970. */
function isOver({ until: end }: Incident, now: number): boolean {
  return end !== null && Date.parse(end) <= now;
}

function Incidents({ incidents }: { incidents: Status['incidents'] }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const now = serverNow();
  const ending = (incident: Incident) => {
    const end = incident.until;
    if (end === null) return t.noEstimate;
    return isOver(incident, now) ? t.over(until(end, now, locale)) : t.until(until(end, now, locale));
  };
  if (incidents.length === 0) {
    return (
      <p className="flex items-center gap-2 font-semibold text-sirih">
        <CheckIcon />
        {t.allWell}
      </p>
    );
  }
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">{t.incidentsTitle}</h2>
      {incidents.map((incident) => (
        <Note key={incident.id} tone={isOver(incident, now) ? 'info' : 'care'} title={incident.title}>
          {t.since(until(incident.since, now, locale))}. {ending(incident)}.
          {incident.affects.length > 0 ? ` ${t.affects}: ${incident.affects.join(', ')}.` : null}
        </Note>
      ))}
    </section>
  );
}

function Windows({ windows }: { windows: Status['maintenance'] }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  if (windows.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">{t.maintenanceTitle}</h2>
      {windows.map((window) => (
        <Note key={window.id} tone="info" title={window.title}>
          {t.maintenance(moment(window.from, locale), moment(window.to, locale))}
        </Note>
      ))}
    </section>
  );
}
