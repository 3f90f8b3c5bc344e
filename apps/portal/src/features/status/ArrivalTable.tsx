import { EmptyView } from '@sampai/ui/StateViews';
import { Tag, type Tone } from '@sampai/ui/Tag';
import type { ServiceStatusQuery } from '../../generated/status.ts';
import { duration, rupiah } from '../../lib/format.ts';
import { useLocale, useTexts } from '../../lib/locale.ts';
import { status as en } from '../../locales/en/status.ts';
import { status as id } from '../../locales/id/status.ts';

type Row = ServiceStatusQuery['serviceStatus']['arrival'][number];

const tones: Record<Row['health'], Tone> = {
  GREEN: 'sirih',
  AMBER: 'kunyit',
  RED: 'saga',
  CLOSED: 'saga',
  UNKNOWN: 'plain',
};

/** Arrival times by carrier and mail provider, as a real table: people compare lines. */
export function ArrivalTable({ rows }: { rows: readonly Row[] }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const seconds = (value: number | null) =>
    value === null ? <span className="font-normal text-ink-2">{t.unknown}</span> : duration(value, locale);
  return (
    <div className="flex flex-col gap-3">
      <div>
        <h2 id="arrival-title" className="text-lg font-semibold">
          {t.arrivalTitle}
        </h2>
        <p className="text-sm text-ink-2">{t.arrivalLead}</p>
      </div>
      {rows.length === 0 ? (
        <EmptyView title={t.arrivalEmpty}>{t.arrivalEmptyBody}</EmptyView>
      ) : (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
          tabIndex={0}
          aria-labelledby="arrival-title"
          className="relative overflow-x-auto rounded-lg border border-line bg-card"
        >
          <table className="w-full text-sm">
            <thead className="text-left text-ink-2">
              <tr className="border-b border-line [&>th]:px-4 [&>th]:py-3 [&>th]:font-medium [&>th]:whitespace-nowrap [&>th:nth-child(n+3)]:text-right">
                <th scope="col">{t.columns.via}</th>
                <th scope="col">{t.columns.health}</th>
                <th scope="col">{t.columns.usual}</th>
                <th scope="col">{t.columns.slowest}</th>
                <th scope="col">{t.columns.price}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr
                  key={`${row.channel} ${row.via}`}
                  className="border-b border-line last:border-b-0 [&>*]:px-4 [&>*]:py-3 [&>td:nth-child(n+3)]:text-right [&>td:nth-child(n+3)]:font-semibold [&>td]:whitespace-nowrap"
                >
                  <th
                    scope="row"
                    className="min-w-36 text-left font-semibold wrap-anywhere sm:whitespace-nowrap"
                  >
                    {row.via} <span className="font-normal text-ink-2">{t.channel[row.channel]}</span>
                  </th>
                  <td>
                    <Tag tone={row.live ? tones[row.health] : 'plain'}>
                      {row.live ? t.health[row.health] : row.withdrawn ? t.withdrawn : t.notLive}
                    </Tag>
                  </td>
                  <td>{seconds(row.p50Seconds)}</td>
                  <td>{seconds(row.p95Seconds)}</td>
                  <td>{priceOf(row, t)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}

/** Nobody pays for what does not go. */
function priceOf({ live, price }: Row, t: typeof id): string {
  if (!live) return '–';
  return price === '0' ? t.free : rupiah(price);
}
