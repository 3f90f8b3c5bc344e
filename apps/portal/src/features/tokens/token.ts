import type { TokenViewFragment } from '../../generated/tokens.ts';

export type Token = TokenViewFragment;
export type TokenMessage = Token['messages'][number];
export type Channel = TokenMessage['channel'];

/** The messages to one address, newest first: what came before the newest matters less. */
export type Sending = { key: string; newest: TokenMessage; earlier: readonly TokenMessage[] };

/** Messages grouped by where they went, in the order in which the addresses were first used. */
export function sendingsOf(messages: readonly TokenMessage[]): Sending[] {
  const byAge = [...messages].sort((a, b) => a.queuedAt.localeCompare(b.queuedAt));
  const groups = Map.groupBy(byAge, (message) => `${message.channel} ${message.maskedAddress}`);
  return [...groups].flatMap(([key, group]) => {
    const [newest, ...earlier] = group.reverse();
    return newest ? [{ key, newest, earlier }] : [];
  });
}

/** Whether a message may still move, so that waiting has a point. */
export function isTravelling({ state }: TokenMessage): boolean {
  return state === 'QUEUED' || state === 'SENT_ON' || state === 'LATE';
}
