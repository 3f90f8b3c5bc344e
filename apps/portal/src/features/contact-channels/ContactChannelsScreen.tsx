import { useQuery } from '@apollo/client/react';
import { buttonLook } from '@sampai/ui/Button';
import { CheckIcon } from '@sampai/ui/icons';
import { Skeleton } from '@sampai/ui/Skeleton';
import { EmptyView } from '@sampai/ui/StateViews';
import { Link } from '@tanstack/react-router';
import { ContactChannelsDocument } from '../../generated/contact-channels.ts';
import { useTexts } from '../../lib/locale.ts';
import { Screen } from '../../lib/Screen.tsx';
import { Loading, TroubleView } from '../../lib/states.tsx';
import { contactChannels as en } from '../../locales/en/contact-channels.ts';
import { contactChannels as id } from '../../locales/id/contact-channels.ts';
import { PendingChannel } from './PendingChannel.tsx';

/** Where codes and notices reach somebody: what is confirmed, and what still waits for its code. */
export function ContactChannelsScreen() {
  const t = useTexts({ id, en });
  const { data, previousData, error, refetch } = useQuery(ContactChannelsDocument, {
    fetchPolicy: 'cache-and-network',
  });
  const known = (data ?? previousData)?.contactChannels;
  const again = () => {
    refetch().catch(() => undefined);
  };
  const confirmed = known?.filter((one) => one.confirmed) ?? [];
  const pending = known?.filter((one) => !one.confirmed) ?? [];

  return (
    <div className="flex flex-col gap-9">
      <Screen title={t.title} lead={t.lead}>
        {known === undefined ? (
          error ? (
            <TroubleView error={error} onRetry={again} />
          ) : (
            <Loading>
              <Skeleton className="h-6 w-72" />
              <Skeleton className="h-6 w-80" />
            </Loading>
          )
        ) : known.length === 0 ? (
          <EmptyView title={t.empty}>{t.emptyBody}</EmptyView>
        ) : confirmed.length === 0 ? null : (
          <ul className="flex flex-col gap-1.5" aria-label={t.confirmedLabel}>
            {confirmed.map(({ channel, maskedAddress }) => (
              <li key={maskedAddress} className="flex flex-wrap items-center gap-2 font-semibold text-sirih">
                <span className="grid size-6 place-items-center rounded-full bg-sirih text-white">
                  <CheckIcon className="size-3.5" />
                </span>
                {t.confirmed[channel]}
                <span className="font-normal text-ink-2">{maskedAddress}</span>
              </li>
            ))}
          </ul>
        )}
        {known !== undefined && pending.length === 0 ? (
          <p>
            <Link to="/" className={buttonLook('secondary')}>
              {t.home}
            </Link>
          </p>
        ) : null}
      </Screen>
      {pending.map((one) => (
        <PendingChannel key={one.maskedAddress} waiting={one} onChanged={again} />
      ))}
    </div>
  );
}
