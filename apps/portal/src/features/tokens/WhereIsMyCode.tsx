import { Details } from '@sampai/ui/Details';
import { ParcelLine } from '@sampai/ui/ParcelLine';
import { Tag } from '@sampai/ui/Tag';
import { useState } from 'react';
import { clockWithSeconds } from '../../lib/format.ts';
import { useLocale, useTexts } from '../../lib/locale.ts';
import { useServerNow } from '../../lib/serverClock.ts';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';
import { ArrivalQuestion, type ArrivalSaid } from './ArrivalQuestion.tsx';
import { nextOf } from './next.ts';
import { resendOpens } from './resend.ts';
import { stationsOf } from './stations.ts';
import { isTravelling, type Sending, sendingsOf, type Token, troubleOf } from './token.ts';

/** "Di mana kode saya?": each address with its own line, and the one question we have. */
export function WhereIsMyCode({ token, lostAt }: { token: Token; lostAt: number | null }) {
  const t = useTexts({ id, en });
  const now = useServerNow();
  const sendings = sendingsOf(token.messages);
  const isOpen = token.state === 'OPEN';
  const mayHaveArrived = token.messages.some(
    ({ sentOnAt, state }) => sentOnAt !== null && state !== 'REFUSED' && state !== 'DROPPED',
  );
  // Asking again is a new question; what we send besides by ourselves is not.
  const asking = token.messages.filter(({ cause }) => cause === 'ASKED_AGAIN').length;
  const [answer, setAnswer] = useState<{ asking: number; said: ArrivalSaid | undefined }>();
  const said = answer?.asking === asking ? answer.said : undefined;
  const saysArrived = said?.arrived === true;
  const next = isOpen ? nextOf(token, resendOpens(token, now) === 'now', saysArrived) : null;

  return (
    <div className="flex flex-col gap-5">
      <div>
        <h2 className="text-lg font-semibold">{t.heading}</h2>
        {next ? <p className="mt-1 text-sm">{t.next[next.do][next.channel](token.reference)}</p> : null}
      </div>
      {sendings.map((sending) => (
        <SendingLine key={sending.key} endsAt={token.endsAt} {...{ sending, now, saysArrived }} />
      ))}
      {lostAt === null ? null : (
        <p role="status" className="text-sm font-medium text-kunyit-deep">
          {t.lost(clockWithSeconds(lostAt))}
        </p>
      )}
      {isOpen && mayHaveArrived ? (
        <ArrivalQuestion {...{ token, said }} onSay={(one) => setAnswer({ asking, said: one })} />
      ) : null}
      <Announcement sendings={sendings} endsAt={token.endsAt} />
    </div>
  );
}

type SendingLineProps = { sending: Sending; now: number; endsAt: string; saysArrived: boolean };

function SendingLine({ sending, now, endsAt, saysArrived }: SendingLineProps) {
  const { shown: newest, others: earlier } = sending;
  const t = useTexts({ id, en });
  const locale = useLocale();
  const again = earlier.length > 0 ? t.again : null;
  const cause = { ASKED: null, ASKED_AGAIN: again, FAILOVER: t.failover, PROBE: t.probe }[newest.cause];
  const trouble = isTravelling(newest) ? troubleOf(newest) : null;
  return (
    <div className="border-t border-line pt-4 first-of-type:border-t-0 first-of-type:pt-0">
      <p className="mb-3">
        <strong className="font-semibold">{t.channel[newest.channel]}</strong>{' '}
        <span className="text-ink-2">
          {t.to(newest.maskedAddress)}
          {cause ? ` · ${cause}` : ''}
        </span>{' '}
        {trouble === null ? null : (
          <Tag tone={trouble === 'AMBER' ? 'kunyit' : 'saga'}>{t.health[trouble]}</Tag>
        )}
      </p>
      <ParcelLine
        label={t.parcel(t.channel[newest.channel], newest.maskedAddress)}
        stations={stationsOf(newest, now, { t, locale, endsAt, saysArrived })}
      />
      {earlier.length === 0 ? null : (
        <div className="mt-2">
          <Details summary={t.earlier(earlier.length)}>
            <ul className="flex flex-col gap-0.5">
              {earlier.map((message) => (
                <li key={message.queuedAt}>
                  {t.sentAt(clockWithSeconds(message.queuedAt))}: {last(message, now, { t, locale, endsAt })}
                </li>
              ))}
            </ul>
          </Details>
        </div>
      )}
    </div>
  );
}

/** Where an earlier message has got to, in one phrase. */
function last(...[message, now, words]: Parameters<typeof stationsOf>): string {
  const reached = stationsOf(message, now, words)
    .filter(({ state }) => state !== 'ahead')
    .at(-1);
  return [reached?.label, reached?.time].filter(Boolean).join(' ');
}

/** Each new station, once, for those who listen; the running seconds are not read out. */
function Announcement({ sendings, endsAt }: { sendings: readonly Sending[]; endsAt: string }) {
  const t = useTexts({ id, en });
  const locale = useLocale();
  const news = sendings.map(({ shown }) => {
    const stations = stationsOf(shown, Date.parse(shown.queuedAt), { t, locale, endsAt });
    const here = stations.find(({ state }) => state !== 'done') ?? stations.at(-1);
    const sentence = `${t.channel[shown.channel]}: ${here?.label}. ${shown.reason ?? ''}`;
    return shown.cause === 'FAILOVER' ? `${t.heardFailover} ${sentence}` : sentence;
  });
  const isNews = sendings.some(
    ({ shown }) =>
      shown.sentOnAt !== null || shown.cause === 'FAILOVER' || shown.state === 'LATE' || !isTravelling(shown),
  );
  return (
    <p role="status" className="sr-only">
      {isNews ? news.join(' ') : ''}
    </p>
  );
}
