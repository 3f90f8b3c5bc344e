import { useQuery } from '@apollo/client/react';
import { Card, CardTitle } from '@sampai/ui/Card';
import { Summary } from '@sampai/ui/Summary';
import { Tag } from '@sampai/ui/Tag';
import { Link } from '@tanstack/react-router';
import { NoticesDocument, type NoticesQuery } from '../../../generated/sign-in.ts';
import { duration } from '../../../lib/format.ts';
import { useLocale, useTexts } from '../../../lib/locale.ts';
import { accounts as en } from '../../../locales/en/accounts.ts';
import { accounts as id } from '../../../locales/id/accounts.ts';

type Arrival = NoticesQuery['serviceStatus']['arrival'][number];

/** As many as fit beside the form; the status page has them all. */
const SHOWN = 4;

/** How fast codes arrive, before anybody has to wait for one. Silent until something was measured. */
export function ArrivalToday() {
  const t = useTexts({ id, en }).signIn;
  const locale = useLocale();
  const { data } = useQuery(NoticesDocument);
  const measured = (data?.serviceStatus.arrival ?? []).filter(({ p50Seconds }) => p50Seconds !== null);
  if (measured.length === 0) return null;
  return (
    <Card>
      <CardTitle>{t.arrivalTitle}</CardTitle>
      <p className="mt-1 text-sm text-ink-2">{t.arrival}</p>
      <div className="mt-2 text-sm">
        <Summary
          rows={pick(measured).map((row) => ({
            id: `${row.channel} ${row.via}`,
            label: row.via,
            // What it usually takes says nothing of a lane that is disturbed now.
            value: isSlow(row) ? <SlowTag row={row} /> : duration(row.p50Seconds ?? 0, locale),
          }))}
        />
      </div>
      <p className="mt-3 text-sm">
        <Link to="/status" className="link">
          {t.arrivalMore}
        </Link>
      </p>
    </Card>
  );
}

function SlowTag({ row: { health } }: { row: Arrival }) {
  const t = useTexts({ id, en }).signIn;
  return health === 'AMBER' ? <Tag tone="kunyit">{t.slow}</Tag> : <Tag tone="saga">{t.disturbed}</Tag>;
}

/** What has not been judged is not called slow. */
function isSlow({ health, live }: Arrival): boolean {
  return live && (health === 'RED' || health === 'AMBER' || health === 'CLOSED');
}

/** The slow ones first: they are what somebody should know before choosing; then the rest as given. */
function pick(rows: readonly Arrival[]): Arrival[] {
  return [...rows.filter(isSlow), ...rows.filter((row) => !isSlow(row))].slice(0, SHOWN);
}
