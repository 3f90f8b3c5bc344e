import { errorsEn } from './errors.en.ts';
import { errorsId } from './errors.id.ts';

/** The sentences of the codes this module owns, by language. */
export const tokenErrors = { id: errorsId, en: errorsEn };

/** The sentence of WRONG_CODE where the token is known: the message to look at, and what is left. */
export const wrongCodeSentence = {
  id: (reference: string, left: number) =>
    `Kode itu tidak cocok. Periksa ref ${reference} pada pesan; ${left} kesempatan lagi.`,
  en: (reference: string, left: number) =>
    `That code does not match. Check ref ${reference} in the message; ${left} ${left === 1 ? 'attempt' : 'attempts'} left.`,
};
