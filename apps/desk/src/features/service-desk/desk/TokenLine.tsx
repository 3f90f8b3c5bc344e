import { ParcelLine, type Station } from '@sampai/ui/ParcelLine';
import { clockWithSeconds, date, duration } from '../../../lib/format.ts';
import { type Locale, useLocale } from '../../../lib/locale.ts';
import type { ServiceDeskTexts } from '../../../locales/id/service-desk.ts';
import { type DeskStation, stationsOf } from '../stations.ts';
import { becauseOf, purposeOf, useDeskTexts } from '../texts.ts';
import type { DeskMessage, DeskToken } from '../token.ts';

type Words = { t: ServiceDeskTexts; locale: Locale };

/** The way of a code in words: the taxpayer's line, with the reasons and the carriers' replies that agents need. */
export function TokenLine({ token, now }: { token: DeskToken; now: string }) {
  const t = useDeskTexts();
  const locale = useLocale();
  const label = t.token.line(purposeOf(token, t), token.reference);
  // A line that lies in the past says so: its hours alone could be today's.
  const isToday = date(token.issuedAt, 'id') === date(now, 'id');
  return (
    <>
      {isToday ? null : <p className="mb-2 text-sm text-ink-2">{date(token.issuedAt, locale)}</p>}
      <ParcelLine
        label={label}
        stations={stationsOf(token, now).map((station) => inWords(station, { t, locale }))}
      />
    </>
  );
}

function inWords(station: DeskStation, words: Words): Station {
  const { id, state, at } = station;
  const { label, details } = what(station, words);
  const { t } = words;
  const reason = station.reason === null ? [] : [t.reason[station.reason]];
  const again = station.last === null ? [] : [t.station.times(station.times, clockWithSeconds(station.last))];
  const said = [...details, ...reason, ...again].join('; ');
  return {
    id,
    state,
    label,
    stateLabel: t.station.state[state],
    time: at === null ? undefined : clockWithSeconds(at),
    detail: (
      <>
        {said === '' ? null : <p>{said}</p>}
        <CarriersWords station={station} words={words} />
      </>
    ),
  };
}

/** Route and reply as they came, for who must talk to the carrier. Our own marks are no carrier's words. */
function CarriersWords({ station: { route, reply }, words: { t } }: { station: DeskStation; words: Words }) {
  if (route === null) return null;
  return (
    <p className="text-xs">
      {t.station.route(route)}
      {reply ? (
        <>
          {' · '}
          <code className="break-words">{reply}</code>
        </>
      ) : null}
    </p>
  );
}

function what({ what: one }: DeskStation, { t: texts, locale }: Words) {
  const t = texts.station;
  switch (one.is) {
    case 'asked': {
      const { channel, maskedAddress, cause } = one.message;
      const why = one.because === null ? t.cause[cause] : t.byItself(becauseOf(one.because, texts));
      return { label: t.asked(channel, maskedAddress), details: [why] };
    }
    case 'accepted':
    case 'postponed':
    case 'unanswered':
    case 'refused':
      return { label: t[one.is](one.message.via), details: [] };
    case 'unreachable':
      return { label: t.unreachable[one.message.channel], details: [] };
    case 'dropped':
      return { label: t.dropped, details: [t.droppedBody] };
    case 'arrived': {
      const after = t.arrivedAfter(duration(one.seconds, locale));
      return { label: t.arrived[one.message.channel], details: [one.reported ? t.reported : after] };
    }
    case 'waiting':
      return {
        label: t.waiting(one.message.via),
        details: [t.elapsed(duration(one.seconds, locale)), ...laneOf(one.message, texts)],
      };
    case 'heldByUs':
      return { label: t.heldByUs, details: [t.elapsed(duration(one.seconds, locale)), t.heldByUsBody] };
    case 'travelling': {
      const { channel, usualSeconds, unheard } = one.message;
      const usual = usualSeconds === null ? [] : [t.usual(duration(usualSeconds, locale))];
      // Mail gives no word of arrival: counting on would look like waiting for one.
      // Nor does it, while nobody of ours would hear it.
      const elapsed = channel === 'SMS' && !unheard ? [t.elapsed(duration(one.seconds, locale))] : [];
      return {
        label: unheard ? t.perhaps[channel] : t.travelling[channel],
        details: [
          ...usual,
          ...elapsed,
          unheard ? t.unheard : t.noWord[channel],
          ...laneOf(one.message, texts),
        ],
      };
    }
    case 'wrong':
      return { label: t.wrong, details: [t.wrongBody(one.token.attemptsUsed, one.token.attemptsLeft)] };
    case 'locked':
      return { label: t.locked, details: [t.lockedBody(one.token.attemptsUsed)] };
    case 'entered':
    case 'notEntered':
    case 'lapsed':
    case 'replaced':
      return { label: t[one.is], details: [] };
  }
}

/** How the lane does, where that is worth a word: the waiting is not the caller's fault, and others wait, too. */
const laneOf = ({ health, via }: DeskMessage, { lane }: ServiceDeskTexts): string[] =>
  health === 'GREEN' || health === 'UNKNOWN' ? [] : [lane.is(via, lane.health[health])];
