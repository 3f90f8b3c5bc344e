import { useQuery } from '@apollo/client/react';
import { buttonLook } from '@sampai/ui/Button';
import { Note } from '@sampai/ui/Note';
import { Link } from '@tanstack/react-router';
import { HomeChannelsDocument } from '../../../generated/home.ts';
import { useTexts } from '../../../lib/locale.ts';
import { accounts as en } from '../../../locales/en/accounts.ts';
import { accounts as id } from '../../../locales/id/accounts.ts';

/** "The other one may follow later" leads here: what follows, and where its code is entered. */
export function Unconfirmed() {
  const t = useTexts({ id, en }).home;
  const { data, previousData } = useQuery(HomeChannelsDocument, { fetchPolicy: 'cache-and-network' });
  const waiting = (data ?? previousData)?.contactChannels.filter(({ confirmed }) => !confirmed) ?? [];
  return waiting.map(({ channel, maskedAddress }) => (
    <Note key={maskedAddress} tone="info" title={t.unconfirmed[channel](maskedAddress)}>
      <p>{t.unconfirmedBody}</p>
      <p className="mt-3">
        <Link to="/contact-channels" className={buttonLook('secondary')}>
          {t.confirm[channel]}
        </Link>
      </p>
    </Note>
  ));
}
