import type { Limit } from '@sampai/carriers';

/** By these a provider knows one relay; by all else (our domain, or words that do not say) whoever sends in our name. */
const OF_A_RELAY: readonly (Limit | null | undefined)[] = ['ip', 'netblock'];

/**
 * Whom a provider stops: what it says of an IP or a netblock concerns the route that it came by, in that lane, and the lane goes on by
 * another one that is in order (`otherLeft`). Where none is left there is no other IP to come from, and the lane stands still.
 */
export const whomItStops = (limit: Limit | null | undefined, otherLeft: boolean): 'route' | 'lane' =>
  otherLeft && OF_A_RELAY.includes(limit) ? 'route' : 'lane';
