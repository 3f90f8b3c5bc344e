import { useQuery } from '@apollo/client/react';
import { Band } from '@sampai/ui/Band';
import { Details } from '@sampai/ui/Details';
import { AlertIcon, WrenchIcon } from '@sampai/ui/icons';
import { useEffect, useRef } from 'react';
import { NoticesDocument } from '../../generated/desk.ts';
import { dayMoment } from '../../lib/format.ts';
import { useLocale, useTexts } from '../../lib/locale.ts';
import { status as en } from '../../locales/en/status.ts';
import { status as id } from '../../locales/id/status.ts';

/** How often the desk asks by itself, in milliseconds. */
const EVERY = 60_000;

/** What an agent should know before the caller says it: what is disturbed, and when the portal only reads. */
export function NoticesBand() {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const { data, refetch } = useQuery(NoticesDocument, { pollInterval: EVERY, context: { anonymous: true } });
  const asked = useRef(locale);

  // What is said of an incident comes from the API, in the language that was on.
  useEffect(() => {
    if (asked.current === locale) return;
    asked.current = locale;
    refetch().catch(() => undefined); // the next poll tries again
  }, [locale, refetch]);

  const { incidents = [], maintenance = [] } = data?.notices ?? {};
  return (
    <>
      {maintenance.map(({ id: key, from, to, running }) => (
        <Band key={key} label={t.maintenance} icon={<WrenchIcon className="size-5 shrink-0" />}>
          <p>
            <strong className="font-semibold">
              {running
                ? t.running(dayMoment(to, locale))
                : t.announced(dayMoment(from, locale), dayMoment(to, locale))}
            </strong>{' '}
            {t.meanwhile}
          </p>
        </Band>
      ))}
      {incidents.map(({ id: key, title, since, owner, estimate, overdue, said }) => (
        <Band key={key} label={title} icon={<AlertIcon className="size-5 shrink-0" />}>
          <div>
            <p>
              <strong className="font-semibold">{title}.</strong> {t.since(dayMoment(since, locale))}
              {estimate === null
                ? null
                : ` ${t[overdue ? 'later' : 'estimate'](dayMoment(estimate, locale))}`}{' '}
              {owner}.
            </p>
            {said === null ? null : <Details summary={t.say}>{said}</Details>}
          </div>
        </Band>
      ))}
    </>
  );
}
