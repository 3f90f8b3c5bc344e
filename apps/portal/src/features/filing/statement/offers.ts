import type { ChannelOffersQuery } from '../../../generated/filing.ts';

export type Offer = ChannelOffersQuery['channelOffers'][number];

const healths: Offer['health'][] = ['GREEN', 'UNKNOWN', 'AMBER', 'RED', 'CLOSED'];

/** Whether a code can go that way at all. */
export function isUsable({ health }: Offer): boolean {
  return health !== 'CLOSED';
}

export function isFree({ price }: Pick<Offer, 'price'>): boolean {
  return /^0*$/.test(price);
}

/**
 * The way that is proposed: usable, then free before priced whatever else holds, then the healthier, then the
 * quicker. Nobody pays because they pressed on.
 */
export function proposed(offers: readonly Offer[]): Offer | undefined {
  const rank = (offer: Offer) => healths.indexOf(offer.health);
  const seconds = ({ usualSeconds }: Offer) => usualSeconds ?? Number.POSITIVE_INFINITY;
  return offers
    .filter(isUsable)
    .toSorted(
      (a, b) => Number(isFree(b)) - Number(isFree(a)) || rank(a) - rank(b) || compare(seconds(a), seconds(b)),
    )
    .at(0);
}

const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
