import { describe, expect, it } from 'vitest';
import { admitted, nextScreen, type Progress } from './journey.ts';

describe('the activation goes', () => {
  it.each([
    ['identify', 'recognised', 'channels'],
    ['channels', 'codesSent', 'codes'],
    ['codes', 'replaceAddress', 'channels'],
    ['channels', 'keepAddresses', 'codes'],
    ['codes', 'enoughConfirmed', 'password'],
    ['password', 'backToCodes', 'codes'],
  ] as const)('from %s, when %s, to %s', (from, event, to) => {
    expect(nextScreen(from, event)).toBe(to);
  });

  it('stays where it is when something happens that belongs elsewhere', () => {
    expect(nextScreen('identify', 'enoughConfirmed')).toBe('identify');
    expect(nextScreen('password', 'recognised')).toBe('password');
  });
});

describe('a URL opens', () => {
  const nothing: Progress = { asked: 0, confirmed: 0 };
  const waiting: Progress = { asked: 2, confirmed: 0 };
  const enough: Progress = { asked: 2, confirmed: 1 };
  it.each([
    ['channels', nothing, 'channels'],
    ['codes', nothing, 'channels'],
    ['password', nothing, 'channels'],
    ['codes', waiting, 'codes'],
    ['password', waiting, 'codes'],
    ['channels', waiting, 'channels'],
    ['password', enough, 'password'],
    ['codes', enough, 'codes'],
  ] as const)('%s with %o as %s', (wanted, progress, shown) => {
    expect(admitted(wanted, progress)).toBe(shown);
  });

  it('on the password with one channel confirmed while the other is blocked', () => {
    expect(admitted('password', { asked: 2, confirmed: 1 })).toBe('password');
  });
});
