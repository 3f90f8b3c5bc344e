import { refusal } from '#graphql/refusals';
import { crowdedNumbersSentence, notLiveSentence } from '../errors.ts';
import type { RefusalReason } from '../types.ts';

type Refused = { code: string; field?: string | null; until?: Date | null; why?: RefusalReason | undefined };

/** A code that was not sent: with the reason where its code does not say it, as a word for clients and in the sentence. */
export function presentRefusal(refused: Refused, locale: 'id' | 'en') {
  const { code, field, why } = refused;
  const told = refusal(code, refused);
  if (why === undefined) return told;
  if (why === 'crowded numbers') return { ...told, message: crowdedNumbersSentence[locale] };
  const where = field === 'phone' || field === 'email' ? field : 'other';
  return {
    ...told,
    reason: why === 'withdrawn' ? ('CARRIER_WITHDRAWN' as const) : ('CARRIER_NOT_YET_LIVE' as const),
    message: notLiveSentence[locale][why][where],
  };
}
