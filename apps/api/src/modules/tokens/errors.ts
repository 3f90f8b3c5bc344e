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

/**
 * The sentences of CHANNEL_UNUSABLE where it is the carrier that is not live (R37): in a form by its field, elsewhere without.
 * Never let in, and taken back, are two things: for the one nobody need wait, the other may be over soon.
 */
export const notLiveSentence = {
  id: {
    'not yet live': {
      phone:
        'Operator nomor ini belum lulus uji pengiriman kode di sini. Kosongkan nomor ini dan pakai email, atau masukkan nomor operator lain.',
      email:
        'Penyedia email ini belum lulus uji pengiriman kode di sini. Pakai nomor ponsel, atau alamat dari penyedia lain.',
      waiting:
        'Kode ke sini belum dapat dikirim: operator atau penyedianya belum lulus uji di sini. Sementara itu, pakai saluran yang sudah dipastikan.',
      other: 'Kode belum dapat dikirim lewat jalur ini: belum lulus uji di sini. Pilih jalur lain.',
    },
    withdrawn: {
      phone:
        'Kode ke operator nomor ini sedang kami hentikan untuk sementara; nomor Anda tidak salah. Kosongkan nomor ini dan pakai email, atau masukkan nomor operator lain.',
      email:
        'Kode ke penyedia email ini sedang kami hentikan untuk sementara; alamat Anda tidak salah. Pakai nomor ponsel, atau alamat dari penyedia lain.',
      waiting:
        'Kode ke sini sedang kami hentikan untuk sementara. Coba lagi nanti; sementara itu, pakai saluran yang sudah dipastikan.',
      other: 'Kode lewat jalur ini sedang kami hentikan untuk sementara. Pilih jalur lain.',
    },
  },
  en: {
    'not yet live': {
      phone:
        'The carrier of this number has not passed our delivery tests yet. Leave the number empty and use e-mail, or enter a number of another carrier.',
      email:
        'This mail provider has not passed our delivery tests yet. Use a mobile number, or an address of another provider.',
      waiting:
        'Codes cannot go there yet: it has not passed our delivery tests. Meanwhile, use the channel that is confirmed.',
      other: 'Codes cannot go this way yet: it has not passed our delivery tests. Choose another.',
    },
    withdrawn: {
      phone:
        'We have stopped sending codes to the carrier of this number for now; nothing is wrong with your number. Leave it empty and use e-mail, or enter a number of another carrier.',
      email:
        'We have stopped sending codes to this mail provider for now; nothing is wrong with your address. Use a mobile number, or an address of another provider.',
      waiting:
        'We have stopped sending codes there for now. Try again later; meanwhile, use the channel that is confirmed.',
      other: 'We have stopped sending codes this way for now. Choose another.',
    },
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
