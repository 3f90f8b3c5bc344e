import type { Facts } from '@sampai/tax-forms';
import { answerIn, type Change, type Clash, mergeFacts } from './merge.ts';

/** A draft as the server holds it. */
export type Kept = {
  version: number;
  facts: Facts;
  /** Fields the authority filled in and nobody has changed. */
  prefilled: readonly string[];
  /** RFC 3339. */
  savedAt: string;
};

/** A draft as it stands in this window: what is kept, what is on the screen, and what other windows brought. */
export type Draft = {
  kept: Kept;
  facts: Facts;
  /** What was taken over from another window and not yet acknowledged. */
  taken: readonly Change[];
  /** Nothing is saved while one is open. */
  clashes: readonly Clash[];
};

export function openDraft(kept: Kept): Draft {
  return { kept, facts: kept.facts, taken: [], clashes: [] };
}

/** Whether the screen holds answers that the server does not. */
export function isUnsaved({ facts, kept }: Draft): boolean {
  const fields = new Set([...Object.keys(facts), ...Object.keys(kept.facts)]);
  return [...fields].some((field) => answerIn(facts, field) !== answerIn(kept.facts, field));
}

/** Typing in a field. In a clash it changes this window's side; the choice is still to be made. */
export function answered(draft: Draft, field: string, value: string): Draft {
  const clashes = draft.clashes.map((clash) => (clash.field === field ? { ...clash, mine: value } : clash));
  return { ...draft, clashes, facts: { ...draft.facts, [field]: value } };
}

/** Our own save came through; what was typed meanwhile stays on the screen. */
export function saved(draft: Draft, kept: Kept): Draft {
  return { ...draft, kept };
}

/** The server holds another version than we thought: somebody else saved. An older one is news that came late. */
export function met(draft: Draft, theirs: Kept): Draft {
  if (theirs.version <= draft.kept.version) return draft;
  const { facts, taken, clashes } = mergeFacts(draft.kept.facts, draft.facts, theirs.facts);
  const stillOpen = draft.clashes
    .filter(({ field }) => clashes.every((clash) => clash.field !== field))
    .map(({ field, mine }) => ({ field, mine, theirs: answerIn(theirs.facts, field) }))
    .filter((clash) => clash.mine !== clash.theirs);
  return { kept: theirs, facts, taken: joined(draft.taken, taken), clashes: [...stillOpen, ...clashes] };
}

/** The person has chosen one of two answers. */
export function chosen(draft: Draft, field: string, side: 'mine' | 'theirs'): Draft {
  const clash = draft.clashes.find((each) => each.field === field);
  if (!clash) return draft;
  return {
    ...draft,
    facts: { ...draft.facts, [field]: clash[side] },
    clashes: draft.clashes.filter((each) => each !== clash),
  };
}

/** The person has seen what was taken over. */
export function acknowledged(draft: Draft): Draft {
  return { ...draft, taken: [] };
}

/** A field that changed twice is told once, from where the person last saw it. */
function joined(before: readonly Change[], now: readonly Change[]): Change[] {
  const first = (change: Change) => before.find(({ field }) => field === change.field)?.from ?? change.from;
  const rest = before.filter(({ field }) => now.every((change) => change.field !== field));
  return [...rest, ...now.map((change) => ({ ...change, from: first(change) }))];
}
