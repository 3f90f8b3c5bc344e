import { useSyncExternalStore } from 'react';
import { shell as en } from '../locales/en/shell.ts';
import { shell as id } from '../locales/id/shell.ts';

export type Locale = 'id' | 'en';

const KEY = 'sampai.locale';
const listeners = new Set<() => void>();
let current: Locale = stored();

/** Indonesian first: nobody is switched by what their browser happens to ask for. */
function stored(): Locale {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'id';
  } catch {
    return 'id'; // storage may be closed by the browser's settings; the switch then lasts until the reload
  }
}

export function getLocale(): Locale {
  return current;
}

/** The switch: stays over reloads, turns the page's `lang`, tells everybody who listens. */
export function setLocale(locale: Locale): void {
  if (locale === current) return;
  current = locale;
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // see stored()
  }
  announceLocale();
  for (const tell of listeners) tell();
}

/** Screen readers and hyphenation follow the switch. */
export function announceLocale(): void {
  document.documentElement.lang = current;
}

export function onLocaleChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLocale(): Locale {
  return useSyncExternalStore(onLocaleChange, getLocale);
}

/** A feature's screen texts in the language of the switch. */
export function useTexts<Texts>(texts: Record<Locale, Texts>): Texts {
  return texts[useLocale()];
}

/** A sentence that stays on the screen over a switch of the language; undefined where there is none in that language. */
export type Sentence = (locale: Locale) => string | undefined;

/** A sentence of ours, picked from the texts of whichever language is on. */
export const ours =
  <Texts>(texts: Record<Locale, Texts>, pick: (texts: Texts) => string): Sentence =>
  (locale) =>
    pick(texts[locale]);

/** A sentence of the API, which came in the language of the switch; there is none in the other one. */
export function saidOnly(message: string): Sentence {
  const asked = current;
  return (locale) => (locale === asked ? message : undefined);
}

/** The same where something has to stand: in the other language, how to come by it there. */
export function said(message: string): Sentence {
  const only = saidOnly(message);
  return (locale) => only(locale) ?? askAgain[locale];
}

const askAgain: Record<Locale, string> = { id: id.askAgain, en: en.askAgain };
