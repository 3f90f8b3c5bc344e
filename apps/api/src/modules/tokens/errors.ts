import { errorsEn } from './errors.en.ts';
import { errorsId } from './errors.id.ts';

/** The sentences of the codes this module owns, by language. */
export const tokenErrors = { id: errorsId, en: errorsEn };

/** The sentence of CHANNEL_UNUSABLE where another channel was asked for than the code has an address on. */
export const noAddressSentence = {
  id: {
    SMS: 'Tidak ada nomor ponsel yang sudah dipastikan untuk kode ini. Pilih jalur lain.',
    EMAIL: 'Tidak ada alamat email yang sudah dipastikan untuk kode ini. Pilih jalur lain.',
  },
  en: {
    SMS: 'There is no confirmed mobile number that this code could go to. Choose another way.',
    EMAIL: 'There is no confirmed e-mail address that this code could go to. Choose another way.',
  },
};

/** The sentence of RATE_LIMITED where too many SMS go to numbers like this one. */
export const crowdedNumbersSentence = {
  id: 'Terlalu banyak SMS sedang menuju nomor-nomor seperti ini. Pakai email yang gratis, atau coba lagi pada waktu yang tertera.',
  en: 'Too many SMS are going to numbers like this one. Use e-mail, which is free, or try again at the time shown.',
};

/** The sentence of WRONG_CODE where the token is known: the message to look at, and what is left. */
export const wrongCodeSentence = {
  id: (reference: string, left: number) =>
    `Kode itu tidak cocok. Periksa ref ${reference} pada pesan; ${left} kesempatan lagi.`,
  en: (reference: string, left: number) =>
    `That code does not match. Check ref ${reference} in the message; ${left} ${left === 1 ? 'attempt' : 'attempts'} left.`,
};
