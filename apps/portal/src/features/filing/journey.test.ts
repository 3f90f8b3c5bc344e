import { describe, expect, it } from 'vitest';
import { admitted, entryOf, nextScreen, type Progress, type Screen, screens, stepOf } from './journey.ts';

describe('a return goes', () => {
  it.each([
    ['income', 'continued', 'final-income'],
    ['final-income', 'continued', 'assets'],
    ['assets', 'continued', 'review'],
    ['review', 'continued', 'statement'],
    ['statement', 'codeAsked', 'code'],
    ['code', 'submitted', 'receipt'],
    ['code', 'newCodeWanted', 'statement'],
    ['code', 'notComplete', 'review'],
    ['statement', 'notComplete', 'review'],
    ['final-income', 'wentBack', 'income'],
    ['assets', 'wentBack', 'final-income'],
    ['review', 'wentBack', 'assets'],
    ['statement', 'wentBack', 'review'],
    ['code', 'wentBack', 'review'],
  ] as const)('from %s, when %s, to %s', (from, event, to) => {
    expect(nextScreen(from, event)).toBe(to);
  });

  it('stays where it is when something happens that belongs elsewhere', () => {
    expect(nextScreen('income', 'submitted')).toBe('income');
    expect(nextScreen('income', 'codeAsked')).toBe('income');
    expect(nextScreen('receipt', 'wentBack')).toBe('receipt');
  });
});

describe('a URL opens', () => {
  const empty: Progress = { isSubmitted: false, isComplete: false, isCodeAsked: false };
  const complete: Progress = { ...empty, isComplete: true };
  const asked: Progress = { ...complete, isCodeAsked: true };
  it.each<[Screen, Progress, Screen]>([
    ['review', empty, 'review'],
    ['statement', empty, 'review'],
    ['code', empty, 'review'],
    ['code', complete, 'statement'],
    ['statement', complete, 'statement'],
    ['code', asked, 'code'],
    ['code', { ...asked, isComplete: false }, 'review'],
    ['receipt', asked, 'income'],
  ])('%s with %o as %s', (wanted, progress, shown) => {
    expect(admitted(wanted, progress)).toBe(shown);
  });

  it('of a submitted return as its receipt, whatever it wants', () => {
    for (const wanted of screens) expect(admitted(wanted, { ...asked, isSubmitted: true })).toBe('receipt');
  });
});

describe('the steps', () => {
  it('hold every screen', () => {
    expect(screens.map(stepOf)).toEqual(['income', 'income', 'assets', 'review', 'send', 'send', 'send']);
  });
  it('are entered again at their first screen', () => {
    expect(entryOf('income')).toBe('income');
    expect(entryOf('send')).toBe('statement');
    expect(entryOf('questions')).toBeUndefined();
  });
});
