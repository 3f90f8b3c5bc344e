import type { Station } from '@sampai/ui/ParcelLine';
import { clockWithSeconds, duration, until } from '../../lib/format.ts';
import type { Locale } from '../../lib/locale.ts';
import type { TokensTexts } from '../../locales/id/tokens.ts';
import type { TokenMessage } from './token.ts';

/** `endsAt` is the token's absolute end: we try no longer than that. `saysArrived`: a message has come, the person says. */
type Words = { t: TokensTexts; locale: Locale; endsAt: string; saysArrived?: boolean };

/**
 * A message as the stations of a parcel: made, with the carrier, with the person. Says what we know with its
 * time, and of the stretch it is on how long it has taken and how long it usually takes. `now` in milliseconds
 * by the server's clock.
 */
export function stationsOf(message: TokenMessage, now: number, words: Words): Station[] {
  const { t } = words;
  return [
    station('made', 'done', t.station.made, words, message.queuedAt),
    atCarrier(message, now, words),
    atPerson(message, now, words),
  ];
}

function atCarrier(message: TokenMessage, now: number, words: Words): Station {
  const { t } = words;
  const { state, via, channel, sentOnAt, queuedAt, reason } = message;
  const at = (s: Station['state'], label: string, detail?: string) =>
    station('carrier', s, label, words, sentOnAt, detail);
  if (sentOnAt !== null || state === 'SENT_ON' || state === 'DELIVERED')
    // A relay of ours has it, and answers for what Gmail will say: that comes back, if at all, later.
    return at('done', t.station.accepted[channel](via));
  if (state === 'REFUSED')
    return at('refused', t.station.refusedBy(via), reason ?? t.detail.refused[channel]);
  if (state === 'DROPPED') return at('ahead', t.station.dropped, t.detail.dropped);
  const end = until(words.endsAt, now, words.locale);
  const why = reason === null ? t.detail.trying(end) : sentences(reason, t.detail.atMost(end));
  if (state === 'LATE') {
    const label = message.waitsForUs ? t.station.ours : t.station.waiting(via);
    return at('late', label, sentences(pace(message, queuedAt, now, words), why));
  }
  // In the first seconds "waiting" would sound like trouble, unless there is some.
  const waited = now - Date.parse(queuedAt);
  return waited < 4000 && reason === null
    ? at('now', t.station.handing(via))
    : at('now', t.station.waiting(via), sentences(pace(message, queuedAt, now, words), why));
}

function atPerson(message: TokenMessage, now: number, words: Words): Station {
  const { t } = words;
  const { state, channel, via, queuedAt, sentOnAt, deliveredAt, reason } = message;
  const at = (s: Station['state'], label: string, detail?: string) =>
    station('person', s, label, words, deliveredAt, detail);
  if (state === 'DELIVERED') {
    // Of the whole seconds that stand beside it: whoever subtracts finds the same.
    const took = deliveredAt === null ? null : wholeSeconds(deliveredAt) - wholeSeconds(queuedAt);
    return at(
      'arrived',
      t.station.arrived[channel],
      took === null ? undefined : t.detail.took(duration(took, words.locale)),
    );
  }
  const isWithCarrier = sentOnAt !== null || state === 'SENT_ON';
  if (!isWithCarrier) return at('ahead', t.station.ahead[channel]);
  if (state === 'REFUSED')
    return at('refused', t.station.unreachable[channel], reason ?? t.detail.refused[channel]);
  if (state === 'DROPPED') return at('ahead', t.station.dropped, t.detail.dropped);
  // By whichever way: that this one is missing is more than we know.
  if (words.saysArrived) return at('now', t.station.unheard[channel]);
  // Not even that it is late is known; counting on would say so.
  if (message.unheard) return at('late', t.station.unheard[channel], reason ?? undefined);
  const noWord = channel === 'SMS' ? t.detail.noWord : t.detail.noWordOf(via);
  // Nobody tells when a mail came in: counting on would invent a delay.
  const since = channel === 'EMAIL' ? null : sentOnAt;
  const pacing = pace(message, since, now, words);
  if (state === 'LATE') return at('late', t.station.late[channel], sentences(pacing, reason ?? noWord));
  return at(
    'now',
    t.station.travelling[channel],
    sentences(pacing, channel === 'EMAIL' ? noWord : undefined),
  );
}

const wholeSeconds = (at: string): number => Math.floor(Date.parse(at) / 1000);

/** "Biasanya 4 detik, sudah 12 detik." */
function pace(
  { usualSeconds, reason }: TokenMessage,
  since: string | null,
  now: number,
  { t, locale }: Words,
): string | undefined {
  // Where a reason for the delay follows, what is not known would only stand in its way.
  const unknown = reason === null ? t.detail.usualUnknown : undefined;
  const usual = usualSeconds === null ? unknown : t.detail.usual(duration(usualSeconds, locale));
  const seconds = since === null ? 0 : (now - Date.parse(since)) / 1000;
  const elapsed = seconds < 1 ? undefined : t.detail.elapsed(duration(seconds, locale));
  const both = [usual, elapsed].filter((part) => part !== undefined).join(', ');
  return both === '' ? undefined : `${both.charAt(0).toUpperCase()}${both.slice(1)}.`;
}

function sentences(...parts: (string | null | undefined)[]): string {
  return parts.filter((part) => part).join(' ');
}

function station(
  id: string,
  state: Station['state'],
  label: string,
  { t }: Words,
  at: string | null,
  detail?: string,
): Station {
  return {
    id,
    state,
    label,
    stateLabel: t.state[state],
    time: at === null ? undefined : clockWithSeconds(at),
    ...(detail ? { detail } : {}),
  };
}
