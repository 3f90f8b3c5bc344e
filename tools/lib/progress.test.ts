import { expect, test } from 'vitest';
import { elapsed } from './progress.ts';

test('the closing line counts from the command that was typed, and names what was installed', () => {
  expect(elapsed('1000000 1025300', 1_033_900)).toBe('33.9 s, 25.3 s of it installing');
});

test('nothing is said of an installation that had nothing to do', () => {
  expect(elapsed('1000000 1000200', 1_006_400)).toBe('6.4 s');
});

test('without the bootstrap it counts from the process', () => {
  expect(elapsed('', performance.timeOrigin + 2_500)).toBe('2.5 s');
});
