import { type Channel, type DeskMessage, type DeskToken, isTravelling } from './token.ts';

/** One thing an agent can tell a caller. Facts only: no address, no code, no guess. Times are instants of the API. */
export type Statement =
  | { say: 'nothingAsked' }
  | { say: 'matched' }
  | { say: 'locked' }
  | { say: 'replaced'; because: 'return' | 'address' | 'other' }
  | { say: 'ended'; at: string }
  | { say: 'lapsed'; at: string }
  | { say: 'arrived'; channel: Channel; at: string }
  | { say: 'atMailbox'; via: string; at: string }
  | { say: 'atCarrier'; via: string; at: string }
  | { say: 'carrierSilent'; via: string; at: string }
  | { say: 'notHeard'; channel: Channel; via: string; at: string }
  | { say: 'postponed'; channel: Channel; via: string; until: string }
  | { say: 'notTaken'; channel: Channel; via: string; until: string }
  | { say: 'heldByUs'; channel: Channel; until: string }
  | { say: 'justMade'; channel: Channel; via: string }
  | { say: 'refused'; channel: Channel; via: string; reason: string | null }
  | { say: 'validUntil'; at: string }
  | { say: 'wrongSoFar'; left: number }
  | { say: 'doNotWaitFor'; channel: Channel }
  | { say: 'resendAt'; at: string }
  | { say: 'resendNow' }
  | { say: 'noMoreSends' }
  | { say: 'newCodeAt'; at: string };

/** How each statement is said, in one language. `ref` is the token's reference; `at` writes an instant out. */
export type Sentences = {
  [S in Statement as S['say']]: (
    statement: S,
    words: { ref: string; at: (instant: string) => string },
  ) => string;
};

/**
 * What can be told about a code, in the order in which it helps: where it is, how long it counts, what to do. `now` is the
 * API's time of reading. Without a token: nothing was asked for.
 */
export function tell(token: DeskToken | undefined, now: string): Statement[] {
  if (token === undefined) return [{ say: 'nothingAsked' }];
  switch (token.state) {
    case 'VERIFIED':
      return [{ say: 'matched' }];
    case 'LOCKED':
      return [{ say: 'locked' }];
    case 'CANCELLED':
      return [{ say: 'replaced', because: causeOf(token.cancelledBecause) }];
    case 'EXPIRED':
      return isBefore(now, token.endsAt) ? lapsed(token) : [{ say: 'ended', at: token.endsAt }];
    case 'OPEN':
      return open(token);
  }
}

/** Its window has passed and may open again with the next message; where none will come, a new code must wait for its end. */
function lapsed(token: DeskToken): Statement[] {
  const { validUntil, endsAt } = token;
  const next = resend(token).map(
    (one): Statement => (one.say === 'noMoreSends' ? { say: 'newCodeAt', at: endsAt } : one),
  );
  return [{ say: 'lapsed', at: validUntil ?? endsAt }, ...next];
}

function open(token: DeskToken): Statement[] {
  const arrived = newest(token.messages.filter(({ state }) => state === 'DELIVERED'));
  if (arrived) {
    const slower = token.messages.find((one) => one.channel !== arrived.channel && isTravelling(one));
    return [
      { say: 'arrived', channel: arrived.channel, at: arrived.deliveredAt ?? arrived.queuedAt },
      { say: 'validUntil', at: token.validUntil ?? token.endsAt },
      ...wrong(token),
      ...(slower ? [{ say: 'doNotWaitFor', channel: slower.channel } as const] : []),
    ];
  }
  const ahead = furthest(token.messages);
  if (ahead === undefined) return [{ say: 'nothingAsked' }];
  const { channel, via, sentOnAt, state, waitsForUs, unheard, reason } = ahead;
  // What is left then is the API's to say: it knows which ways are open.
  if (state === 'REFUSED') return [{ say: 'refused', channel, via, reason }, ...resend(token)];
  // What waits for us goes out by itself, and another message would wait beside it.
  if (waitsForUs) return [{ say: 'heldByUs', channel, until: token.endsAt }, ...wrong(token)];
  if (sentOnAt === null) return [beforeCarrier(ahead, token), ...wrong(token), ...resend(token)];
  const valid = { say: 'validUntil', at: token.validUntil ?? token.endsAt } as const;
  // It may have arrived; nobody of ours would send another, and its carrier is not the one who is silent.
  if (unheard) return [{ say: 'notHeard', channel, via, at: sentOnAt }, valid, ...wrong(token)];
  if (channel === 'EMAIL')
    return [{ say: 'atMailbox', via, at: sentOnAt }, valid, ...wrong(token), ...resend(token)];
  const where = state === 'LATE' ? 'carrierSilent' : 'atCarrier';
  return [{ say: where, via, at: sentOnAt }, ...wrong(token), ...resend(token)];
}

function beforeCarrier({ channel, via, state, timeline }: DeskMessage, { endsAt }: DeskToken): Statement {
  if (timeline.some(({ kind }) => kind === 'DEFERRED' || kind === 'UNKNOWN'))
    return { say: 'postponed', channel, via, until: endsAt };
  return state === 'LATE'
    ? { say: 'notTaken', channel, via, until: endsAt }
    : { say: 'justMade', channel, via };
}

/** With the carrier before waiting for it, waiting before refused; the newest of the same rank. */
function furthest(messages: readonly DeskMessage[]): DeskMessage | undefined {
  const travelling = messages.filter(isTravelling);
  return (
    newest(travelling.filter(({ sentOnAt }) => sentOnAt !== null)) ??
    newest(travelling) ??
    newest(messages.filter(({ state }) => state === 'REFUSED'))
  );
}

function newest(messages: readonly DeskMessage[]): DeskMessage | undefined {
  return [...messages].sort((a, b) => a.queuedAt.localeCompare(b.queuedAt)).at(-1);
}

function wrong({ attemptsUsed, attemptsLeft }: DeskToken): Statement[] {
  return attemptsUsed > 0 ? [{ say: 'wrongSoFar', left: attemptsLeft }] : [];
}

/** A resend that would come at the token's end or later will not come. */
function resend({ resendAt, endsAt, messages }: DeskToken): Statement[] {
  if (resendAt !== null)
    return isBefore(resendAt, endsAt) ? [{ say: 'resendAt', at: resendAt }] : [{ say: 'noMoreSends' }];
  const refused = messages.length > 0 && messages.every(({ state }) => state === 'REFUSED');
  return refused ? [] : [{ say: 'resendNow' }];
}

function causeOf(cause: string | null): 'return' | 'address' | 'other' {
  if (cause === 'return changed') return 'return';
  return cause === 'address replaced' ? 'address' : 'other';
}

const isBefore = (a: string, b: string): boolean => Date.parse(a) < Date.parse(b);

/** The statements as one text to read out. */
export function sentenceOf(
  statements: readonly Statement[],
  sentences: Sentences,
  words: { ref: string; at: (instant: string) => string },
): string {
  // Each statement meets the sentence of its own kind, which the mapped type cannot tell the compiler.
  const speak = (one: Statement) =>
    (sentences[one.say] as (s: Statement, w: typeof words) => string)(one, words);
  return statements.map(speak).join(' ');
}
