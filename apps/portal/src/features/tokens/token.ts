import type { TokenViewFragment } from '../../generated/tokens.ts';

export type Token = TokenViewFragment;
export type TokenMessage = Token['messages'][number];
export type Channel = TokenMessage['channel'];

/** The messages to one address: the newest is shown, the others, newest first, matter less. */
export type Sending = { key: string; shown: TokenMessage; others: readonly TokenMessage[] };

/**
 * Messages grouped by where they went, in the order in which the addresses were first used; what was only tried as well matters
 * less than what serves.
 */
export function sendingsOf(messages: readonly TokenMessage[]): Sending[] {
  const byAge = [...messages].sort((a, b) => a.queuedAt.localeCompare(b.queuedAt));
  const groups = Map.groupBy(byAge, (message) => `${message.channel} ${message.maskedAddress}`);
  const sendings = [...groups].flatMap(([key, group]) => {
    const [newest, ...earlier] = group.reverse();
    // One that we sent once more ourselves matters less than an earlier one that arrived after all.
    const arrived =
      newest?.cause === 'FAILOVER' ? group.find(({ state }) => state === 'DELIVERED') : undefined;
    const shown = arrived ?? newest;
    if (!shown) return [];
    return [{ key, shown, others: shown === newest ? earlier : group.filter((one) => one !== shown) }];
  });
  return [...sendings.filter((one) => !isProbe(one)), ...sendings.filter(isProbe)];
}

/** Whether nothing went there but what was only tried, beside what serves. */
export const isProbe = ({ shown }: Sending): boolean => shown.cause === 'PROBE';

/** Whether a message may still move, so that waiting has a point. */
export function isTravelling({ state }: TokenMessage): boolean {
  return state === 'QUEUED' || state === 'SENT_ON' || state === 'LATE';
}

/** Whether its carrier or mail provider has taken it: then nobody tries any more, and only a report can come. */
export function isHandedOver({ sentOnAt, state }: TokenMessage): boolean {
  return sentOnAt !== null || state === 'SENT_ON' || state === 'DELIVERED';
}

/** The messages that "not yet" is said of: a carrier or mail provider has them, and nobody has said that they arrived. */
export const inHand = ({ messages }: Pick<Token, 'messages'>): TokenMessage[] =>
  messages.filter((message) => isTravelling(message) && isHandedOver(message));

/** Whether something went by this channel, and all of it was refused, the newest for good: nothing will come of more. */
export function takesNothing(messages: readonly TokenMessage[], channel: Channel): boolean {
  const sent = messages
    .filter((message) => message.channel === channel && message.cause !== 'PROBE')
    .sort((a, b) => a.queuedAt.localeCompare(b.queuedAt));
  return sent.at(-1)?.refusedForGood === true && sent.every(({ state }) => state === 'REFUSED');
}

/** Whether none of its messages can arrive: nobody has this code in hand, or will have. */
export const isUnreachable = ({ messages }: Pick<Token, 'messages'>): boolean =>
  messages.length > 0 && messages.every(({ channel }) => takesNothing(messages, channel));

/** Whether it is us who hold things up, so that another message would wait beside this one, or go unheard as well. */
export const isOurs = ({ waitsForUs, unheard }: TokenMessage): boolean => waitsForUs || unheard;

/** A carrier or mail provider that does not do well now, which is worth a word; null where it does, or nobody knows. */
export function troubleOf({ health }: Pick<TokenMessage, 'health'>): 'AMBER' | 'RED' | 'CLOSED' | null {
  return health === 'GREEN' || health === 'UNKNOWN' ? null : health;
}

/** How it stands with the message that did not get on: with us still, with its carrier by now, or refused. */
export type Slower = { channel: Channel; is: 'waiting' | 'handedOver' | 'refused' };

/**
 * The channel by which we sent the code unasked, because the other one did not get on; null where we did not, or in vain, and where
 * the person has asked again since.
 */
export function sentByItself({
  messages,
}: Pick<Token, 'messages'>): { channel: Channel; slower: Slower } | null {
  const own = messages.find(({ cause, state }) => cause === 'FAILOVER' && state !== 'REFUSED');
  const slower = messages.findLast(({ channel, state }) => channel !== own?.channel && state !== 'DELIVERED');
  const isOver = messages.some(
    ({ cause, queuedAt }) => cause === 'ASKED_AGAIN' && queuedAt > (own?.queuedAt ?? ''),
  );
  if (!own || !slower || isOver) return null;
  const is = slower.state === 'REFUSED' ? 'refused' : isHandedOver(slower) ? 'handedOver' : 'waiting';
  return { channel: own.channel, slower: { channel: slower.channel, is } };
}
