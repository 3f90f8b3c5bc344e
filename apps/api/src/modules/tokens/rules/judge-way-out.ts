import type { MessageState } from '#modules/delivery';

/** What is left to whoever's message was refused, as far as is known. */
export type WayOut = 'in another message' | 'other channel' | 'right address' | 'later';

export type WayOutFacts = {
  state: MessageState;
  /** One more message to this address would be refused as well. */
  refusedForGood: boolean;
  /** How it stands with the other messages of the same code. */
  others: MessageState[];
  /** Another channel is advised: it is in order, and nothing was refused there. */
  isAdvised: boolean;
};

/**
 * What still helps where a message was refused; null where it was not. Only ways that are open are named: another channel only
 * where it is advised, since two that refuse would point at each other for ever.
 */
export function judgeWayOut({ state, refusedForGood, others, isAdvised }: WayOutFacts): WayOut | null {
  if (state !== 'REFUSED') return null;
  if (others.some((other) => other !== 'REFUSED' && other !== 'DROPPED')) return 'in another message';
  if (isAdvised) return 'other channel';
  return refusedForGood ? 'right address' : 'later';
}
