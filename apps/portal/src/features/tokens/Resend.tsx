import { useQuery } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { SendingPricesDocument } from '../../generated/tokens.ts';
import { clock, clockWithSeconds } from '../../lib/format.ts';
import { useTexts } from '../../lib/locale.ts';
import { useServerNow } from '../../lib/serverClock.ts';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';
import { Cost } from './Cost.tsx';
import { freeFirst, openingWays, type Price, resendOpens, resendWays } from './resend.ts';
import type { Token } from './token.ts';
import type { Resending } from './useResend.ts';

export type ResendProps = {
  token: Token;
  offers: readonly Price[];
  resending: Resending;
};

/**
 * Asking again is a decision: the button says from when on, by which way and at what price, before it is pressed.
 */
export function Resend({ token, offers, resending: { ask, isAsking } }: ResendProps) {
  const t = useTexts({ id, en });
  const now = useServerNow();
  const { data } = useQuery(SendingPricesDocument);
  const known = resendWays(token, data?.serviceStatus.arrival ?? [], offers);
  const ways = openingWays(token, token.windowPassed ? freeFirst(known) : known, now);
  const isOver = resendOpens(token, now) === 'never' && ways.every(({ opens }) => opens === 'never');

  // Each way has its own time; which way it went needs no saying where it went one way only.
  const used = ways.filter(({ isOther }) => !isOther).length;
  const shown = ways.map((way, at) => {
    const { channel, opens } = way;
    if (opens === 'never') return null;
    const name = t.resend[way.isOther ? 'other' : 'one'][channel];
    const isLater = typeof opens === 'number';
    const time = isLater && (opens - now < 600_000 ? clockWithSeconds(opens) : clock(opens));
    const later = time && (used > 1 || way.isOther ? t.resend.byAt(name, time) : t.resend.at(time));
    return (
      <Button
        key={channel}
        kind={token.windowPassed && at === 0 ? 'primary' : 'secondary'}
        isDisabled={isLater}
        isPending={isAsking}
        pendingLabel={t.resend.sending}
        onPress={() => ask(way)}
      >
        {later || name}
        {isLater ? null : <Cost price={way.price} />}
      </Button>
    );
  });

  return (
    <>
      {shown}
      {isOver && !token.windowPassed ? (
        <p className="basis-full text-sm text-ink-2">{t.resend.noMore}</p>
      ) : null}
    </>
  );
}
