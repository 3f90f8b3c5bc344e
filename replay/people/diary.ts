import type { Channel } from '../scenarios/scenario.ts';
import type { Plan } from './plan.ts';

/** What happened to one person. Times are virtual milliseconds since 1970; null: never. */
export type Diary = {
  plan: Plan;
  askedAt: number | null;
  /** When she first held a message whose code would have been accepted at that moment. */
  usableAt: number | null;
  /** When her page first told her the truth: late, refused, closed, or another way advised. */
  toldAt: number | null;
  doneAt: number | null;
  gaveUpAt: number | null;
  presses: number;
  /** Presses that were answered with a time or with advice, and sent nothing. */
  heldBack: number;
  wrong: number;
  /** Codes refused as expired within ten minutes of their arrival; `beforeEnd`: though their absolute end had not come. */
  expired: number;
  expiredSoon: number;
  expiredSoonBeforeEnd: number;
  letters: {
    channel: Channel;
    at: number;
    verdict: 'usable' | 'not-now' | 'used' | 'dead';
    waiting: boolean;
  }[];
  /** When the code that was open as the lane opened again ends; null: none was open. Filled by the run. */
  aliveAtOpening: number | null;
  /** Failures of the product or the harness, which must be none. */
  faults: string[];
};

export const newDiary = (plan: Plan): Diary => ({
  plan,
  ...{ askedAt: null, usableAt: null, toldAt: null, doneAt: null, gaveUpAt: null },
  ...{ presses: 0, heldBack: 0, wrong: 0, expired: 0, expiredSoon: 0, expiredSoonBeforeEnd: 0 },
  ...{ letters: [], aliveAtOpening: null, faults: [] },
});
