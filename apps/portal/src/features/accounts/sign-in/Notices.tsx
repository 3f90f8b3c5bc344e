import { useQuery } from '@apollo/client/react';
import { Note } from '@sampai/ui/Note';
import { NoticesDocument } from '../../../generated/sign-in.ts';
import { moment, until } from '../../../lib/format.ts';
import { useLocale, useTexts } from '../../../lib/locale.ts';
import { serverNow } from '../../../lib/serverClock.ts';
import { accounts as en } from '../../../locales/en/accounts.ts';
import { accounts as id } from '../../../locales/id/accounts.ts';

/** What everybody should know before they begin. Without an answer it is silent: the sign-in does not wait. */
export function Notices() {
  const t = useTexts({ id, en }).signIn;
  const locale = useLocale();
  const { data } = useQuery(NoticesDocument);
  const now = serverNow();
  const going = data?.serviceStatus.incidents.filter(
    ({ until: end }) => end === null || Date.parse(end) > now,
  );
  return (
    <>
      {data?.serviceStatus.maintenance.map((window) => (
        <Note key={window.id} title={window.title}>
          {t.maintenance(moment(window.from, locale), moment(window.to, locale))}
        </Note>
      ))}
      {going?.map((incident) => (
        <Note key={incident.id} title={incident.title}>
          {incident.until === null
            ? t.incident(until(incident.since, now, locale))
            : t.incidentUntil(until(incident.since, now, locale), until(incident.until, now, locale))}
        </Note>
      ))}
    </>
  );
}
