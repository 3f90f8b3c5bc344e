import { useQuery } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { SendingPricesDocument } from '../../generated/tokens.ts';
import { clock, clockWithSeconds } from '../../lib/format.ts';
import { useTexts } from '../../lib/locale.ts';
import { useServerNow } from '../../lib/serverClock.ts';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';
import { Cost } from './Cost.tsx';
import { freeFirst, type Price, resendOpens, resendWays } from './resend.ts';
import { refusesUs, type Token } from './token.ts';
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
  const opens = resendOpens(token, now);
  // Asked of a lane that refuses us, the API says until when, and what serves better: a time alone would be none.
  const mayAsk =
    opens === 'now' || token.messages.some((message) => message.cause !== 'PROBE' && refusesUs(message));
  const known = resendWays(token, data?.serviceStatus.arrival ?? [], offers);
  const ways = token.windowPassed ? freeFirst(known) : known;

  const shown = ways.map((way, at) => {
    if (opens === 'never' && !way.isOther) return null;
    const isLater = typeof opens === 'number' && !mayAsk && !way.isOther;
    if (isLater && at > 0) return null; // one button says the time for all
    return (
      <Button
        key={way.channel}
        kind={token.windowPassed && at === 0 ? 'primary' : 'secondary'}
        isDisabled={isLater}
        isPending={isAsking}
        pendingLabel={t.resend.sending}
        onPress={() => ask(way)}
      >
        {isLater
          ? t.resend.at(opens - now < 600_000 ? clockWithSeconds(opens) : clock(opens))
          : t.resend[way.isOther ? 'other' : 'one'][way.channel]}
        {isLater ? null : <Cost price={way.price} />}
      </Button>
    );
  });

  return (
    <>
      {shown}
      {opens === 'never' && !token.windowPassed ? (
        <p className="basis-full text-sm text-ink-2">{t.resend.noMore}</p>
      ) : null}
    </>
  );
}
