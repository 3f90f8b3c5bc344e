import { refusal } from '#graphql/refusals';
import { crowdedNumbersSentence, notLiveSentence } from '../errors.ts';
import type { RefusalReason } from '../types.ts';

type Refused = { code: string; field?: string | null; until?: Date | null; why?: RefusalReason | undefined };

/** Where somebody reads it, and what they can do there: a field of a form, an address that waits, or somewhere else. */
type Place = keyof (typeof notLiveSentence)['id']['withdrawn'];
const placeOf = ({ field }: Refused): Place => (field === 'phone' || field === 'email' ? field : 'other');

/** A code that was not sent: with the reason where its code does not say it, as a word for clients and in the sentence. */
export function presentRefusal(refused: Refused, locale: 'id' | 'en', where = placeOf(refused)) {
  const { code, why } = refused;
  const told = refusal(code, refused);
  // That a number is full says a time, and that time is all there is to say.
  if (why === undefined || why === 'full number') return told;
  if (why === 'crowded numbers') return { ...told, message: crowdedNumbersSentence[locale] };
  return {
    ...told,
    reason: why === 'withdrawn' ? ('CARRIER_WITHDRAWN' as const) : ('CARRIER_NOT_YET_LIVE' as const),
    message: notLiveSentence[locale][why][where],
  };
}
