import type { Channel } from '#modules/delivery';
import type { Purpose } from '../types.ts';

export type FailoverFacts = {
  purpose: Purpose;
  channel: Channel;
  reason: 'no-progress' | 'provider-refusal' | 'refused';
  /** Another route to the same address. */
  routeLeft: boolean;
  /** The other confirmed address: whether its lane is in order, whether the code went there already, what it would cost. */
  other: { inOrder: boolean; used: boolean; price: bigint } | null;
  messages: number;
};
export type FailoverVerdict = 'other-route' | 'other-channel' | 'offer' | 'none';

/** Only what is validated inside a session, or opens one, may change its channel. */
const MAY_CHANGE: readonly Purpose[] = ['SUBMIT_RETURN', 'SIGN_IN'];

/**
 * What helps a message that does not get on: the next route with the same code; for a submission or a sign-in, then the other
 * confirmed channel, and that at once where the whole provider refuses us or the address does. A code that confirms an
 * address never leaves it. A priced channel is offered, never used unasked (R71). A token has at most six messages in all.
 */
export function judgeFailover(facts: FailoverFacts, limits: { messages: number }): FailoverVerdict {
  const { purpose, reason, routeLeft, other, messages } = facts;
  if (messages >= limits.messages) return 'none';
  if (reason === 'no-progress' && routeLeft) return 'other-route';
  if (!MAY_CHANGE.includes(purpose) || !other || other.used || !other.inOrder) return 'none';
  return other.price > 0n ? 'offer' : 'other-channel';
}

/** Whether a red or closed lane may overrule the wish for it at the moment of asking. */
export const mayOverrule = (purpose: Purpose): boolean => MAY_CHANGE.includes(purpose);
