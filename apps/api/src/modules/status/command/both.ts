import type { Locale } from '../types.ts';
import { readMoment } from '../wib.ts';
import { type Given, Misunderstood } from './read.ts';

/** A text in both languages; null where neither is given. Throws Misunderstood where one is missing. */
export function both(given: Given, prefix: '' | 'title-'): Record<Locale, string> | null {
  const [id, en] = [given.text(`${prefix}id`), given.text(`${prefix}en`)];
  if (id === '' && en === '') return null;
  if (id === '' || en === '')
    throw new Misunderstood(`Both languages: --${prefix}id and --${prefix}en go together.`);
  return { id, en };
}

/** The same where it must be given. */
export function bothOf(given: Given, prefix: '' | 'title-'): Record<Locale, string> {
  const text = both(given, prefix);
  if (!text) throw new Misunderstood(`--${prefix}id and --${prefix}en are missing.`);
  return text;
}

/** A time in WIB. Throws Misunderstood. */
export function momentOf(text: string): Date {
  const at = readMoment(text);
  if (!at) throw new Misunderstood(`'${text}' is not a time like "2023-05-26 18.00" (WIB).`);
  return at;
}
