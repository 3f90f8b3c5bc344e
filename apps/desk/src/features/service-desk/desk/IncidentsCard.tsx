import { Card, CardTitle } from '@sampai/ui/Card';
import type { LookViewFragment } from '../../../generated/desk.ts';
import { moment } from '../../../lib/format.ts';
import { useLocale } from '../../../lib/locale.ts';
import { useDeskTexts } from '../texts.ts';

export type IncidentsCardProps = { incidents: LookViewFragment['incidents']; now: string };

/** Open incidents that touch this caller: what is disturbed, until when, who works on it, and what can be said. */
export function IncidentsCard({ incidents, now }: IncidentsCardProps) {
  const t = useDeskTexts().incidents;
  const locale = useLocale();
  return (
    <Card>
      <CardTitle>{t.title}</CardTitle>
      <ul className="mt-2 flex flex-col gap-4">
        {incidents.map(({ id, title, since, owner, estimate, overdue, said }) => (
          <li key={id}>
            <p className="font-semibold">{title}</p>
            <p className="text-sm text-ink-2">
              {t.since(moment(since, now, locale))} · {owner}
            </p>
            <p className="text-sm text-ink-2">
              {estimate === null
                ? t.noEstimate
                : t[overdue ? 'later' : 'estimate'](moment(estimate, now, locale))}
            </p>
            {said === null ? null : <p className="mt-1.5">{said}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
