import { Details } from '@sampai/ui/Details';
import type { ServiceStatusQuery } from '../../../generated/status.ts';
import { clock, duration } from '../../../lib/format.ts';
import { useLocale, useTexts } from '../../../lib/locale.ts';
import { status as en } from '../../../locales/en/status.ts';
import { status as id } from '../../../locales/id/status.ts';
import { HourChart } from './HourChart.tsx';
import { reachOf, slowestHour } from './scale.ts';

type Lane = ServiceStatusQuery['serviceStatus']['lanes'][number];

/** The last 24 hours of every lane of which enough is known: small charts side by side, each with its figures. */
export function LastDay({ lanes }: { lanes: readonly Lane[] }) {
  const t = useTexts({ id, en }).lastDay;
  if (lanes.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h2 className="text-lg font-semibold">{t.title}</h2>
        <p className="text-sm text-ink-2">
          <Key className="bg-laut" /> {t.usual} <Key className="ml-3 bg-slot" /> {t.slowest}
        </p>
      </div>
      <ul className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {lanes.map((lane) => (
          <li key={`${lane.channel} ${lane.via}`} className="rounded-lg border border-line bg-card p-4">
            <OneLane lane={lane} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const Key = ({ className }: { className: string }) => (
  <span aria-hidden="true" className={`inline-block size-2.5 rounded-sm ${className}`} />
);

function OneLane({ lane: { channel, via, hours } }: { lane: Lane }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const slowest = slowestHour(hours);
  const [first, last] = [hours[0], hours.at(-1)];
  const seconds = (value: number | null) => (value === null ? t.unknown : duration(value, locale));
  return (
    <>
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h3 className="font-semibold">
          {via} <span className="text-sm font-normal text-ink-2">{t.channel[channel]}</span>
        </h3>
        <span className="text-xs text-ink-2">{t.lastDay.reach(duration(reachOf(hours), locale))}</span>
      </div>
      <HourChart
        hours={hours}
        label={
          slowest
            ? t.lastDay.spoken(via, duration(slowest.seconds, locale), clock(slowest.at))
            : t.lastDay.title
        }
      />
      <div className="mt-1 mb-2 flex justify-between text-xs text-ink-2">
        <span>{first ? clock(first.at) : null}</span>
        <span>{last ? t.lastDay.now : null}</span>
      </div>
      <Details summary={t.lastDay.figures(via)}>
        <table className="w-full text-right">
          <thead>
            <tr className="[&>th]:py-1 [&>th]:font-medium">
              <th scope="col" className="text-left">
                {t.lastDay.hour}
              </th>
              <th scope="col">{t.columns.usual}</th>
              <th scope="col">{t.columns.slowest}</th>
            </tr>
          </thead>
          <tbody>
            {hours
              .filter(({ p50Seconds }) => p50Seconds !== null)
              .map(({ at, p50Seconds, p95Seconds }) => (
                <tr key={at} className="border-t border-line">
                  <th scope="row" className="py-1 text-left font-medium">
                    {clock(at)}
                  </th>
                  <td>{seconds(p50Seconds)}</td>
                  <td>{seconds(p95Seconds)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </Details>
    </>
  );
}
