import { expect, it } from 'vitest';
import { secondsToNextAttempt } from './next-attempt.ts';

it('waits 2, 4, 8, 16, 32 s, and never longer than a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 40, 2_000].map(secondsToNextAttempt)).toEqual([
    2, 4, 8, 16, 32, 60, 60, 60, 60,
  ]);
  expect(secondsToNextAttempt(0)).toBe(2);
});
