import { useQuery } from '@apollo/client/react';
import { Note } from '@sampai/ui/Note';
import { Link } from '@tanstack/react-router';
import { NoticesDocument } from '../../../generated/sign-in.ts';
import { until } from '../../../lib/format.ts';
import { useLocale, useTexts } from '../../../lib/locale.ts';
import { serverNow } from '../../../lib/serverClock.ts';
import { accounts as en } from '../../../locales/en/accounts.ts';
import { accounts as id } from '../../../locales/id/accounts.ts';

/**
 * What is disturbed now, one line each, before anybody chooses how a code comes; maintenance stands above every page.
 * Without an answer it is silent: the sign-in does not wait.
 */
export function Notices() {
  const t = useTexts({ id, en }).signIn;
  const locale = useLocale();
  const { data } = useQuery(NoticesDocument);
  const now = serverNow();
  const open = data?.serviceStatus.incidents.filter(({ until: end }) => end === null) ?? [];
  return open.map(({ id: key, title, since, estimate, statements }) => (
    <Note key={key} title={title}>
      {estimate === null
        ? t.incident(until(since, now, locale))
        : t[Date.parse(estimate) > now ? 'incidentUntil' : 'incidentLater'](
            until(since, now, locale),
            until(estimate, now, locale),
          )}{' '}
      <Link to="/status" className="link">
        {statements.length > 0 ? t.incidentMore : t.incidentStatus}
      </Link>
    </Note>
  ));
}
