import type { Channel, Locale } from './types.ts';
import { wordsEn } from './words.en.ts';
import { wordsId } from './words.id.ts';

/** How it went wrong, as the words know it; what delivery calls otherwise is told as a delay. */
type Kind = 'held' | 'unreachable' | 'late';
const KIND: Record<string, Kind> = {
  'provider-refusal': 'held',
  refusals: 'held',
  'no-acceptance': 'unreachable',
  unreachable: 'unreachable',
};
export const kindOf = (reason: string): Kind => KIND[reason] ?? 'late';

export type Words = {
  title: Record<Channel, Record<Kind, (name: string) => string>>;
  /** What to do. Every message of a code holds the same code, and it works until the time on the page. */
  opened: Record<Channel, (name: string) => string>;
  again: Record<Channel, (name: string) => string>;
  joined: (names: string) => string;
  /** Nothing was tried there since, so that nobody can say whether it is over. */
  quiet: Record<Channel, (name: string, since: Date) => string>;
  recovered: Record<Channel, (name: string, since: Date) => string>;
  /** Our own sending stands still: nobody else's fault, and no other way is quicker. */
  ours: {
    title: string;
    opened: string;
    again: string;
    recovered: (since: Date) => string;
  };
  closed: (until: Date, hasDrafts: boolean) => string;
  /** All mail providers that we do not list, in one line of the arrival times. */
  otherMail: string;
  notice: { subject: string; text: (affects: string) => string };
};

export const words: Record<Locale, Words> = { id: wordsId, en: wordsEn };

/** The sentence of MAINTENANCE where its end is known. Only who is signed in has drafts to be told of. */
export const closedSentence = (locale: Locale, until: Date, isSignedIn: boolean): string =>
  words[locale].closed(until, isSignedIn);
