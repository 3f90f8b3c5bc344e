import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@sampai/ui/Skeleton';
import { ServiceStatusDocument } from '../../generated/status.ts';
import { ANONYMOUS } from '../../lib/anonymous.ts';
import { useTexts } from '../../lib/locale.ts';
import { ScreenHead } from '../../lib/Screen.tsx';
import { Loading, TroubleView } from '../../lib/states.tsx';
import { status as en } from '../../locales/en/status.ts';
import { status as id } from '../../locales/id/status.ts';
import { ArrivalTable } from './ArrivalTable.tsx';
import { LastDay } from './chart/LastDay.tsx';
import { HeadlineView } from './HeadlineView.tsx';
import { headlineOf } from './headline.ts';
import { type Incident, IncidentCard } from './IncidentCard.tsx';
import { standingOf } from './standing.ts';
import { Windows } from './Windows.tsx';

/** How often the page asks again by itself, in milliseconds. */
const EVERY = 60_000;

/** The public status page: what is wrong, what is planned, how fast codes arrive. */
export function StatusScreen() {
  const t = useTexts({ id, en });
  const { data, previousData, error, loading, refetch } = useQuery(ServiceStatusDocument, {
    fetchPolicy: 'cache-and-network',
    pollInterval: EVERY,
    context: ANONYMOUS,
  });
  const status = (data ?? previousData)?.serviceStatus;
  return (
    <div className="flex flex-col gap-7">
      <ScreenHead title={t.title} lead={t.lead} />
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
          <HeadlineView headline={headlineOf(status)} />
          <Incidents incidents={status.incidents} />
          <Windows windows={status.maintenance} />
          <ArrivalTable rows={status.arrival} />
          <LastDay lanes={status.lanes} />
        </>
      ) : error ? null : (
        <Loading>
          <Skeleton className="h-16 w-full" />
          <Skeleton className="h-6 w-56" />
          <Skeleton className="h-64 w-full" />
        </Loading>
      )}
    </div>
  );
}

function Incidents({ incidents }: { incidents: readonly Incident[] }) {
  const t = useTexts({ id, en });
  const open = incidents.filter((incident) => standingOf(incident) !== 'over');
  const over = incidents.filter((incident) => standingOf(incident) === 'over');
  return (
    <>
      {open.length > 0 ? <List title={t.incidentsTitle} incidents={open} /> : null}
      {over.length > 0 ? <List title={t.overTitle} incidents={over} /> : null}
    </>
  );
}

function List({ title, incidents }: { title: string; incidents: readonly Incident[] }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg font-semibold">{title}</h2>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {incidents.map((incident) => (
          <IncidentCard key={incident.id} incident={incident} />
        ))}
      </div>
    </section>
  );
}
