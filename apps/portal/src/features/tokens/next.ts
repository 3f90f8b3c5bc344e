import { isHandedOver, isTravelling, type Token, type TokenMessage, takesNothing } from './token.ts';

/** The one thing that helps now, named as its texts are in the dictionary. */
export type Next = {
  do:
    | 'enter'
    | 'arrived'
    | 'lookIn'
    | 'wait'
    | 'silent'
    | 'askAgain'
    | 'stay'
    | 'elsewhere'
    | 'check'
    | 'checkBoth'
    | 'later';
  channel: TokenMessage['channel'];
};

/**
 * What to do next: enter what has arrived, or what the person says has, by whichever way; look into the mailbox that took the
 * mail, of which nobody tells us more; wait while something gets on; look for what its carrier has and is silent about, and ask
 * again where that may be done; stay, because we go on trying, while nobody has taken it. What was refused goes elsewhere where
 * that is advised, and only there; else it is asked for later where that may help, or its address is checked, or both where
 * neither takes anything.
 */
export function nextOf(
  { messages, advice }: Pick<Token, 'messages' | 'advice'>,
  mayAsk: boolean,
  saysArrived = false,
): Next | null {
  const newestFirst = [...messages].sort((a, b) => b.queuedAt.localeCompare(a.queuedAt));
  const tests: [Next['do'], (message: TokenMessage) => boolean][] = [
    ['enter', ({ state }) => state === 'DELIVERED'],
    ['arrived', (message) => saysArrived && isTravelling(message)],
    ['lookIn', ({ state, channel }) => state === 'SENT_ON' && channel === 'EMAIL'],
    ['wait', ({ state }) => state === 'QUEUED' || state === 'SENT_ON'],
    [mayAsk ? 'askAgain' : 'silent', (message) => message.state === 'LATE' && isHandedOver(message)],
    ['stay', isTravelling],
    // Another address to confirm is no way for this code: what is advised about that stands beside it.
    ['elsewhere', ({ state }) => state === 'REFUSED' && advice?.confirm === false],
    ['checkBoth', () => takesNothing(messages, 'SMS') && takesNothing(messages, 'EMAIL')],
    ['later', ({ state, refusedForGood }) => state === 'REFUSED' && !refusedForGood],
    ['check', ({ state }) => state === 'REFUSED'],
  ];
  for (const [what, fits] of tests) {
    const found = newestFirst.find(fits);
    if (found) return { do: what, channel: found.channel };
  }
  return null;
}
