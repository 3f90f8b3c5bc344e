import { Button, buttonLook } from '@sampai/ui/Button';
import { Note } from '@sampai/ui/Note';
import type { ReactNode } from 'react';
import { until } from '../../lib/format.ts';
import { useLocale, useTexts } from '../../lib/locale.ts';
import { serverNow } from '../../lib/serverClock.ts';
import { TroubleView } from '../../lib/states.tsx';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';
import { Cost } from './Cost.tsx';
import { Said } from './Said.tsx';
import { type Channel, sentByItself, type Token } from './token.ts';
import type { AdviceGiven, ResendAnswer, Resending } from './useResend.ts';

/** The way to confirm an address on the other channel, dressed by `className`; null where that is done. */
export type ConfirmOther = (channel: Channel, className: string) => ReactNode;

export type AdviceProps = {
  token: Token;
  asked: ResendAnswer | undefined;
  resending: Resending;
  confirmOther: ConfirmOther | undefined;
};

/** One note at a time: why asking again was refused, else what serves better, else what we did about it ourselves. */
export function Advice({ token, asked, resending, confirmOther }: AdviceProps) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  if (asked?.kind === 'trouble') return <TroubleView error={asked.error} />;
  const way = (advice: AdviceGiven) => <Way {...{ advice, resending, confirmOther }} />;

  const refused = asked?.kind === 'refused' ? asked.message(locale) : undefined;
  if (asked?.kind === 'refused' && refused !== undefined) {
    const advice = asked.advice && token.advice ? token.advice : asked.advice;
    return (
      <Note live title={refused}>
        {asked.until === null ? null : <p>{t.resend.backAt(until(asked.until, serverNow(), locale))}</p>}
        {advice === null ? null : <p>{advice.reason}</p>}
        {advice === null ? null : way(advice)}
      </Note>
    );
  }
  const { advice } = token;
  if (advice && !(advice.confirm && confirmOther?.(advice.channel, '') === null))
    return <Said sentence={advice.reason}>{way(advice)}</Said>;
  const other = sentByItself(token);
  // Not live: the line of stations that has just appeared is read out.
  if (other)
    return (
      <Note title={t.byItself[other.channel]}>{t.byItselfBody[other.slower.is][other.slower.channel]}</Note>
    );
  return asked?.kind === 'sent' ? (
    <Note live tone="good" title={t.resend.sent}>
      {t.resend.sentBody}
    </Note>
  ) : null;
}

/** The advised way in one tap; nothing where its price is not known. */
function Way({ advice, resending, confirmOther }: Omit<AdviceProps, 'token' | 'asked'> & WayProps) {
  const t = useTexts({ id, en }).resend;
  const { channel, confirm, price } = advice;
  if (confirm) return <div className="mt-3">{confirmOther?.(channel, buttonLook('quiet'))}</div>;
  if (price === null) return null;
  return (
    <div className="mt-3">
      <Button
        kind="secondary"
        isPending={resending.isAsking}
        pendingLabel={t.sending}
        onPress={() => resending.ask({ channel, price })}
      >
        {t.by[channel]} <Cost price={price} />
      </Button>
    </div>
  );
}

type WayProps = { advice: AdviceGiven };
