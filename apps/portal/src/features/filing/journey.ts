/**
 * The way of a draft to its receipt, as a table: at a screen, what happened, the next screen. The URL holds the
 * screen; `admitted` says whether the URL is right for how far the return is.
 */
export const screens = [
  'income',
  'final-income',
  'assets',
  'review',
  'statement',
  'code',
  'receipt',
] as const;
export type Screen = (typeof screens)[number];

export type Event = 'continued' | 'wentBack' | 'codeAsked' | 'newCodeWanted' | 'notComplete' | 'submitted';

const table: { [S in Screen]: Partial<Record<Event, Screen>> } = {
  income: { continued: 'final-income' },
  'final-income': { continued: 'assets', wentBack: 'income' },
  assets: { continued: 'review', wentBack: 'final-income' },
  review: { continued: 'statement', wentBack: 'assets' },
  statement: { codeAsked: 'code', wentBack: 'review', notComplete: 'review', submitted: 'receipt' },
  code: { newCodeWanted: 'statement', wentBack: 'review', notComplete: 'review', submitted: 'receipt' },
  receipt: {},
};

/** Whether a URL names a screen. */
export function isScreen(text: string): text is Screen {
  return screens.some((screen) => screen === text);
}

/** The screen after `event`; what cannot happen on a screen leads nowhere and stays there. */
export function nextScreen(screen: Screen, event: Event): Screen {
  return table[screen][event] ?? screen;
}

/** How far a return is. */
export type Progress = {
  isSubmitted: boolean;
  /** Nothing is missing or contradictory that would stop it. */
  isComplete: boolean;
  /** The statement was accepted and a code asked for, in this window. */
  isCodeAsked: boolean;
};

/** The screen to show when the URL wants `wanted`: a submitted return is its receipt, and nothing is skipped. */
export function admitted(wanted: Screen, { isSubmitted, isComplete, isCodeAsked }: Progress): Screen {
  if (isSubmitted) return 'receipt';
  if (wanted === 'receipt') return 'income';
  if ((wanted === 'statement' || wanted === 'code') && !isComplete) return 'review';
  if (wanted === 'code' && !isCodeAsked) return 'statement';
  return wanted;
}

/** The steps as people see them; a step may have several screens. */
export const steps = ['questions', 'income', 'assets', 'review', 'send'] as const;
export type Step = (typeof steps)[number];

const stepOfScreen: Record<Screen, Step> = {
  income: 'income',
  'final-income': 'income',
  assets: 'assets',
  review: 'review',
  statement: 'send',
  code: 'send',
  receipt: 'send',
};

export function stepOf(screen: Screen): Step {
  return stepOfScreen[screen];
}

/** Where a finished step is entered again; the questions are not part of a draft. */
export function entryOf(step: Step): Screen | undefined {
  return screens.find((screen) => stepOfScreen[screen] === step);
}
