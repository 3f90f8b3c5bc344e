export type Locale = 'id' | 'en';
export type Dictionary = Record<Locale, Record<string, string>>;

/** Codes of no module in particular. */
export const baseErrors: Dictionary = {
  id: {
    INVALID_INPUT: 'Ada isian yang belum benar. Periksa lagi.',
    NOT_SIGNED_IN: 'Masuk dahulu untuk melanjutkan.',
    NOT_FOUND: 'Yang Anda cari tidak ada, atau bukan untuk Anda.',
    RATE_LIMITED: 'Terlalu sering dicoba. Coba lagi pada waktu yang tertera.',
    MAINTENANCE: 'Layanan sedang dirawat. Coba lagi sesudahnya.',
  },
  en: {
    INVALID_INPUT: 'Something entered is not right yet. Check it.',
    NOT_SIGNED_IN: 'Sign in first to continue.',
    NOT_FOUND: 'What you are looking for does not exist, or is not yours.',
    RATE_LIMITED: 'Tried too often. Try again at the time shown.',
    MAINTENANCE: 'The service is under maintenance. Try again afterwards.',
  },
};

export type Sentences = (code: string, locale: Locale, field?: string | null) => string;

/** Finds a code's sentence: for its field first, then for the code. Every code has one (checked by a test). */
export function makeSentences(dictionaries: Dictionary[]): Sentences {
  const merged: Dictionary = {
    id: Object.assign({}, ...dictionaries.map(({ id }) => id)),
    en: Object.assign({}, ...dictionaries.map(({ en }) => en)),
  };
  return (code, locale, field) => {
    const sentence = (field && merged[locale][`${code}.${field}`]) || merged[locale][code];
    if (!sentence) throw new Error(`no sentence for ${code}`);
    return sentence;
  };
}
