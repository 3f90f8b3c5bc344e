import type { Purpose } from '../types.ts';

export type FailoverFacts = {
  purpose: Purpose;
  reason: 'no-progress' | 'provider-refusal' | 'refused';
  /** Another route to the same address. */
  routeLeft: boolean;
  /** Of a refusal: by every route the address would be refused. */
  ofAddress: boolean;
  /** What the taxpayer pays for each message in its own lane. */
  ownPrice: bigint;
  /** The number has had all the SMS that an hour allows. */
  numberIsFull: boolean;
  /** The other confirmed address: whether its lane is in order, whether the code went there already, what it would cost. */
  other: { inOrder: boolean; used: boolean; price: bigint } | null;
  messages: number;
};
export type FailoverVerdict = 'other-route' | 'other-channel' | 'offer' | 'none';

/** Only what is validated inside a session, or opens one, may change its channel: it goes to its owner's own addresses. */
export const OWNERS: readonly Purpose[] = ['SUBMIT_RETURN', 'SIGN_IN'];
export const isOwners = (purpose: Purpose): boolean => OWNERS.includes(purpose);

/**
 * What helps a message that does not get on: the next route with the same code, as long as it is neither the whole provider nor
 * the address that refuses; for a submission or a sign-in, then the other confirmed channel. A code that confirms an address
 * never leaves it. Where a message costs the taxpayer something none is sent unasked, not by another route either: a priced
 * channel is offered (R71). A token has at most six messages in all.
 */
export function judgeFailover(facts: FailoverFacts, limits: { messages: number }): FailoverVerdict {
  const { purpose, other, messages } = facts;
  if (messages >= limits.messages) return 'none';
  if (mayTakeAnotherRoute(facts)) return 'other-route';
  if (!isOwners(purpose) || !other || other.used || !other.inOrder) return 'none';
  return other.price > 0n ? 'offer' : 'other-channel';
}

/**
 * Nobody has proven yet to own an address that is being confirmed: its number is spared what goes beyond the hour's SMS, whoever
 * sends it. To the owner of a proven one the cap would only lose the code.
 */
function mayTakeAnotherRoute(facts: FailoverFacts): boolean {
  const { purpose, reason, routeLeft, ofAddress, ownPrice, numberIsFull } = facts;
  if (!routeLeft || ownPrice > 0n || (numberIsFull && !isOwners(purpose))) return false;
  return reason === 'no-progress' || (reason === 'refused' && !ofAddress);
}
