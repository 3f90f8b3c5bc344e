import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@sampai/ui/Button';
import { ResendTokenDocument, SendingPricesDocument } from '../../generated/tokens.ts';
import { clock, clockWithSeconds, rupiah } from '../../lib/format.ts';
import { type Sentence, saidOnly, useTexts } from '../../lib/locale.ts';
import { isRefusal } from '../../lib/refusal.ts';
import { useServerNow } from '../../lib/serverClock.ts';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';
import { type Price, type ResendWay, resendOpens, resendWays } from './resend.ts';
import type { Token } from './token.ts';

/** What came of asking again: said beside the field until the next try. */
export type ResendAnswer =
  | { kind: 'sent' }
  | { kind: 'refused'; message: Sentence; until: string | null; reason: string | null }
  | { kind: 'trouble'; error: unknown };

export type ResendProps = {
  token: Token;
  offers: readonly Price[];
  onAnswer: (answer: ResendAnswer) => void;
};

/**
 * Asking again is a decision: the button says from when on, by which way and at what price, before it is pressed.
 */
export function Resend({ token, offers, onAnswer }: ResendProps) {
  const t = useTexts({ id, en });
  const now = useServerNow();
  const { data } = useQuery(SendingPricesDocument);
  const [resend, { loading }] = useMutation(ResendTokenDocument);
  const opens = resendOpens(token, now);
  const ways = resendWays(token, data?.serviceStatus.arrival ?? [], offers);

  const ask = async ({ channel, price }: ResendWay) => {
    try {
      const { data: answered } = await resend({
        variables: { input: { tokenId: token.id, channel, acceptPrice: price } },
      });
      const answer = answered?.resendToken;
      if (answer === undefined || !isRefusal(answer)) onAnswer({ kind: 'sent' });
      else {
        onAnswer({
          kind: 'refused',
          message: saidOnly(answer.message),
          until: answer.until,
          reason: 'advice' in answer ? (answer.advice?.reason ?? null) : null,
        });
      }
    } catch (error) {
      onAnswer({ kind: 'trouble', error });
    }
  };

  const shown = ways.map((way) => {
    if (opens === 'never' && !way.isOther) return null;
    const isLater = opens !== 'now' && opens !== 'never' && !way.isOther;
    return (
      <Button
        key={way.channel}
        kind="secondary"
        isDisabled={isLater}
        isPending={loading}
        pendingLabel={t.resend.sending}
        onPress={() => ask(way)}
      >
        {isLater
          ? t.resend.at(opens - now < 600_000 ? clockWithSeconds(opens) : clock(opens))
          : t.resend[way.isOther ? 'other' : 'one'][way.channel]}
        <Cost price={way.price} isShown={!isLater} />
      </Button>
    );
  });

  return (
    <>
      {shown}
      {opens === 'never' ? <p className="basis-full text-sm text-ink-2">{t.resend.noMore}</p> : null}
    </>
  );
}

/** The price in the button itself: nobody pays for what they did not see. */
function Cost({ price, isShown }: { price: string | null; isShown: boolean }) {
  const t = useTexts({ id, en });
  if (price === null || !isShown) return null;
  return (
    <span className="font-normal">· {price === '0' ? t.resend.free : t.resend.price(rupiah(price))}</span>
  );
}
