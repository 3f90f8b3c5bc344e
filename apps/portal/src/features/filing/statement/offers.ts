import type { ChannelOffersQuery } from '../../../generated/filing.ts';

export type Offer = ChannelOffersQuery['channelOffers'][number];

const healths: Offer['health'][] = ['GREEN', 'UNKNOWN', 'AMBER', 'RED', 'CLOSED'];

/** Whether a code can be asked for that way: one that is in trouble can, one that is not live cannot. */
export function isUsable({ live }: Pick<Offer, 'live'>): boolean {
  return live;
}

/** Red and closed: the API sends the code by another way, where there is one for nothing. */
export const isInTrouble = ({ health }: Offer): boolean => health === 'RED' || health === 'CLOSED';

/**
 * What comes of wishing for a way that is in trouble: the code goes by another one that is free and in order ('moves'), waits
 * while another one could be paid for ('offered'), or waits ('waits'). Null where it is not in trouble.
 */
export function outcomeOf(offer: Offer, offers: readonly Offer[]): 'moves' | 'offered' | 'waits' | null {
  if (!isInTrouble(offer)) return null;
  const other = offers.find((one) => one.channel !== offer.channel && isUsable(one) && !isInTrouble(one));
  if (other === undefined) return 'waits';
  return isFree(other) ? 'moves' : 'offered';
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
