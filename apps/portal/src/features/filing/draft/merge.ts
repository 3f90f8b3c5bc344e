import type { Facts } from '@sampai/tax-forms';

/** A field that somebody else's window changed; '' stands for no answer. */
export type Change = { field: string; from: string; to: string };

/** A field with two answers, each given in another window; a person chooses. */
export type Clash = { field: string; mine: string; theirs: string };

export type Merged = { facts: Facts; taken: Change[]; clashes: Clash[] };

export const answerIn = (facts: Facts, field: string): string =>
  (Object.hasOwn(facts, field) ? facts[field] : undefined) ?? '';

/**
 * Brings two windows' answers together from where they parted: what only one of them changed is taken, what both
 * changed alike stands, and what they changed differently is a clash, in which this window's answer stays on the
 * screen until a person chooses. Nothing is overwritten without being in `taken` or `clashes`.
 */
export function mergeFacts(base: Facts, mine: Facts, theirs: Facts): Merged {
  const fields = [...new Set([base, mine, theirs].flatMap((facts) => Object.keys(facts)))].sort();
  const taken: Change[] = [];
  const clashes: Clash[] = [];
  const facts: Record<string, string> = { ...mine };
  for (const field of fields) {
    const [was, here, there] = [base, mine, theirs].map((each) => answerIn(each, field)) as [
      string,
      string,
      string,
    ];
    if (there === was || there === here) continue;
    if (here === was) {
      taken.push({ field, from: here, to: there });
      facts[field] = there;
    } else clashes.push({ field, mine: here, theirs: there });
  }
  return { facts, taken, clashes };
}
