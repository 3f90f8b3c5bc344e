import { describe, expect, it } from 'vitest';
import { judgeFailures } from './judge-failures.ts';

const LIMITS = { failuresPerSource: 5, failuresPerBrowser: 10, failuresPerAccount: 50 };
const END = new Date('2026-03-31T02:15:00Z');
const count = (failures: number) => ({ failures, windowEnd: END });
const late = { heard: false, until: END };

describe('an attempt to be recognised', () => {
  it('is not heard from the sixth on, until the window ends', () => {
    expect(judgeFailures({ own: count(6), account: null, known: false }, LIMITS)).toEqual(late);
    expect(judgeFailures({ own: count(5), account: count(5), known: false }, LIMITS)).toEqual({
      heard: true,
    });
  });

  it('is heard once from an unknown source while the account is under attack', () => {
    expect(judgeFailures({ own: count(1), account: count(9_999), known: false }, LIMITS)).toEqual({
      heard: true,
    });
    expect(judgeFailures({ own: count(2), account: count(51), known: false }, LIMITS)).toEqual(late);
    expect(judgeFailures({ own: count(2), account: count(50), known: false }, LIMITS)).toEqual({
      heard: true,
    });
  });

  it('is heard ten times from a browser that signed in before, whatever others do', () => {
    expect(judgeFailures({ own: count(10), account: null, known: true }, LIMITS)).toEqual({ heard: true });
    expect(judgeFailures({ own: count(10), account: count(9_999), known: true }, LIMITS)).toEqual({
      heard: true,
    });
    expect(judgeFailures({ own: count(11), account: null, known: true }, LIMITS)).toEqual(late);
  });
});
