import type { StationState } from '@sampai/ui/ParcelLine';
import { type Cause, causeOf } from './moves.ts';
import { type Reason, reasonOf } from './reasons.ts';
import { type DeskEvent, type DeskMessage, type DeskToken, isTravelling } from './token.ts';

/** What happened, or is happening, to a code: facts for a station of the line, without words. */
export type DeskStation = {
  id: string;
  state: StationState;
  at: string | null;
  what:
    | { is: 'asked'; message: DeskMessage; because: Cause | null }
    | {
        is: 'accepted' | 'postponed' | 'unanswered' | 'refused' | 'unreachable' | 'dropped';
        message: DeskMessage;
      }
    | { is: 'arrived'; message: DeskMessage; seconds: number; reported: boolean }
    | { is: 'waiting' | 'heldByUs' | 'travelling'; message: DeskMessage; seconds: number }
    | { is: 'entered' | 'notEntered' | 'wrong' | 'locked' | 'lapsed' | 'replaced'; token: DeskToken };
  reason: Reason | null;
  /** Our route and the carrier's own words, as they came. */
  route: string | null;
  reply: string | null;
  /** How often the same thing happened in a row, and when last. */
  times: number;
  last: string | null;
};

/**
 * A token as one line of stations, whatever way its messages went: what happened, in order; where each message that
 * still travels is at `now` (the API's time of reading); and whether the code has been entered.
 */
export function stationsOf(token: DeskToken, now: string): DeskStation[] {
  const happened = token.messages
    .flatMap((message, index) => runsOf(message).map((run) => past(run, message, token.messages, `${index}`)))
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''));
  const counts = token.state === 'OPEN';
  const here = counts
    ? token.messages.flatMap((message, index) =>
        isTravelling(message) ? [present(message, now, index)] : [],
      )
    : [];
  return [...happened, ...here, outcome(token)];
}

type Run = { last: DeskEvent; first: DeskEvent; times: number; index: number };

/** A carrier that postpones says the same every few seconds: one station, with the count. */
function runsOf({ timeline }: DeskMessage): Run[] {
  const runs: Run[] = [];
  timeline.forEach((event, index) => {
    const before = runs.at(-1);
    const repeats = before?.last.kind === event.kind && before.last.reply === event.reply;
    if (before && repeats) Object.assign(before, { last: event, times: before.times + 1 });
    else runs.push({ last: event, first: event, times: 1, index });
  });
  return runs;
}

function past(
  { last, first, times, index }: Run,
  message: DeskMessage,
  all: readonly DeskMessage[],
  id: string,
): DeskStation {
  return {
    id: `${id}.${index}`,
    ...meaningOf(last, message, all),
    at: first.at,
    reason: reasonOf(last.reply),
    route: last.route,
    reply: last.reply,
    times,
    last: times > 1 ? last.at : null,
  };
}

function meaningOf(
  event: DeskEvent,
  message: DeskMessage,
  all: readonly DeskMessage[],
): Pick<DeskStation, 'state' | 'what'> {
  switch (event.kind) {
    case 'QUEUED':
      return { state: 'done', what: { is: 'asked', message, because: causeOf(message, all) } };
    case 'SENT_ON':
      return { state: 'done', what: { is: 'accepted', message } };
    case 'DEFERRED':
      return { state: 'held', what: { is: 'postponed', message } };
    case 'UNKNOWN':
      return { state: 'held', what: { is: 'unanswered', message } };
    case 'REFUSED':
      return {
        state: 'refused',
        what: { is: message.sentOnAt === null ? 'refused' : 'unreachable', message },
      };
    case 'DROPPED':
      return { state: 'ahead', what: { is: 'dropped', message } };
    case 'DELIVERED': {
      const seconds = secondsBetween(message.queuedAt, event.at);
      return { state: 'arrived', what: { is: 'arrived', message, seconds, reported: event.route === null } };
    }
  }
}

function present(message: DeskMessage, now: string, index: number): DeskStation {
  const { queuedAt, sentOnAt, state, waitsForUs } = message;
  const seconds = secondsBetween(sentOnAt ?? queuedAt, now);
  const here = waitsForUs ? 'heldByUs' : 'waiting';
  const what = { is: sentOnAt === null ? here : 'travelling', message, seconds } as const;
  return station(`${index}.now`, state === 'LATE' ? 'late' : 'now', what);
}

function outcome(token: DeskToken): DeskStation {
  const { state, validUntil, endsAt, endedAt, attemptsUsed } = token;
  const end = (s: StationState, is: 'entered' | 'notEntered' | 'wrong' | 'locked' | 'replaced') => ({
    ...station('end', s, { is, token }),
    at: endedAt,
  });
  switch (state) {
    case 'OPEN':
      return attemptsUsed > 0 ? end('held', 'wrong') : end('ahead', 'notEntered');
    case 'VERIFIED':
      return end('arrived', 'entered');
    case 'LOCKED':
      return end('refused', 'locked');
    case 'CANCELLED':
      return end('ahead', 'replaced');
    case 'EXPIRED':
      return { ...station('end', 'refused', { is: 'lapsed', token }), at: validUntil ?? endsAt };
  }
}

function station(id: string, state: StationState, what: DeskStation['what']): DeskStation {
  return { id, state, what, at: null, reason: null, route: null, reply: null, times: 1, last: null };
}

const secondsBetween = (from: string, to: string): number =>
  Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
