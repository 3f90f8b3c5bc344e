import type { Facts } from '@sampai/tax-forms';
import type { ErrorCode } from '../../../generated/tokens.ts';
import type { Sentence } from '../../../lib/locale.ts';
import { asTrouble } from '../../../lib/trouble.ts';
import {
  acknowledged,
  answered,
  chosen,
  type Draft,
  isUnsaved,
  type Kept,
  met,
  openDraft,
  saved,
} from './draft.ts';

/** A pause in typing after which answers are saved, in milliseconds. */
export const PAUSE = 800;
/** The first wait after a save that did not come through, and the longest; each next one is twice as long. */
export const RETRY = { first: 4_000, longest: 60_000 };

export type SaveAnswer =
  | { kind: 'saved'; kept: Kept }
  | { kind: 'stale'; kept: Kept }
  | { kind: 'refused'; code: ErrorCode; message: Sentence };

export type KeeperNeeds = {
  /** Throws Trouble when no answer came. */
  save(version: number, facts: Facts): Promise<SaveAnswer>;
  /** Runs `task` once after so many milliseconds, unless the returned function is called before. */
  later(task: () => void, milliseconds: number): () => void;
};

/**
 * `unsaved`: typing, or a save is due; `offline` and `failed`: tried, and tried again by itself; `clash`: a person
 * has to choose first; `refused`: not taken as it is, and not tried again until something changes.
 */
export type Saving = 'saved' | 'unsaved' | 'saving' | 'offline' | 'failed' | 'clash' | 'refused';

export type KeeperState = {
  draft: Draft;
  saving: Saving;
  refusal: { code: ErrorCode; message: Sentence } | null;
};

export type Keeper = ReturnType<typeof makeKeeper>;

/**
 * Keeps a draft: takes answers at once, saves them after a pause, one save at a time, and goes on trying. It lives
 * as long as the page, not as long as a screen, so that leaving a screen, a lost network or an ended session lose
 * nothing that was typed.
 */
export function makeKeeper(kept: Kept, { save, later }: KeeperNeeds) {
  let state: KeeperState = { draft: openDraft(kept), saving: 'saved', refusal: null };
  let running: Promise<void> | undefined;
  let cancelTimer = () => {};
  let wait = RETRY.first;
  const listeners = new Set<() => void>();

  function set(change: Partial<KeeperState>): void {
    state = { ...state, ...change };
    for (const tell of listeners) tell();
  }

  function schedule(milliseconds: number): void {
    cancelTimer();
    cancelTimer = later(() => {
      cancelTimer = () => {};
      saveOnce();
    }, milliseconds);
  }

  const canSave = () =>
    isUnsaved(state.draft) && state.draft.clashes.length === 0 && state.saving !== 'refused';

  /** Where a draft rests that is not being saved. */
  function rest(draft: Draft): void {
    const saving = draft.clashes.length > 0 ? 'clash' : isUnsaved(draft) ? 'unsaved' : 'saved';
    set({ draft, saving });
    if (saving === 'unsaved') schedule(PAUSE);
  }

  function saveOnce(): Promise<void> {
    cancelTimer();
    if (running) return running;
    if (!canSave()) return Promise.resolve();
    running = attempt().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function attempt(): Promise<void> {
    set({ saving: 'saving' });
    try {
      const answer = await save(state.draft.kept.version, state.draft.facts);
      wait = RETRY.first;
      if (answer.kind === 'refused') set({ saving: 'refused', refusal: answer });
      else rest(answer.kind === 'saved' ? saved(state.draft, answer.kept) : met(state.draft, answer.kept));
    } catch (error) {
      set({ saving: asTrouble(error).kind === 'offline' ? 'offline' : 'failed' });
      schedule(wait);
      wait = Math.min(wait * 2, RETRY.longest);
    }
  }

  function change(draft: Draft): void {
    const isRetrying = state.saving === 'offline' || state.saving === 'failed';
    // While a save is on its way or being retried its word stands; what was typed meanwhile is looked at after it.
    if (running) set({ draft });
    else if (isRetrying && draft.clashes.length === 0 && isUnsaved(draft)) {
      set({ draft });
      schedule(PAUSE);
    } else rest(draft);
  }

  return {
    state: (): KeeperState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    answer: (field: string, value: string) => change(answered(state.draft, field, value)),
    choose: (field: string, side: 'mine' | 'theirs') => change(chosen(state.draft, field, side)),
    acknowledge: () => set({ draft: acknowledged(state.draft) }),
    /** What the server was found to hold, by whatever query. While a save is on its way, its answer says it better. */
    receive: (stored: Kept) => {
      if (running) return;
      const draft = met(state.draft, stored);
      if (draft !== state.draft) change(draft);
    },
    /** Saves now what there is to save; resolves when nothing more can be done, and says how it stands. */
    async flush(): Promise<Saving> {
      do await (running ?? saveOnce());
      while (canSave() && state.saving !== 'offline' && state.saving !== 'failed');
      return state.saving;
    },
  };
}
