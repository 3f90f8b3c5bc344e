import type { Locale } from '../types.ts';
import { readMoment } from '../wib.ts';
import { type Given, Misunderstood } from './read.ts';

/** A text in both languages; null where neither is given. Throws Misunderstood where one is missing or too long. */
export function both(given: Given, prefix: '' | 'title-'): Record<Locale, string> | null {
  const [id, en] = [given.text(`${prefix}id`), given.text(`${prefix}en`)];
  if (id === '' && en === '') return null;
  if (id === '' || en === '')
    throw new Misunderstood(`Both languages: --${prefix}id and --${prefix}en go together.`);
  const most = prefix === '' ? LONGEST.text : LONGEST.title;
  for (const [option, text] of [
    [`--${prefix}id`, id],
    [`--${prefix}en`, en],
  ] as const)
    if ([...text].length > most)
      throw new Misunderstood(`${option} has ${[...text].length} letters; the status page takes ${most}.`);
  return { id, en };
}

/** Letters that people read on the status page; more would bury what the others say. */
const LONGEST = { text: 600, title: 100 };

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
