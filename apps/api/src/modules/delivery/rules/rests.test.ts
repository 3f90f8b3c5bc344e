import { expect, it } from 'vitest';
import { makeRests } from './rests.ts';

it('a route rests for 15 s after three failures in a row, and works again with the first success', () => {
  let now = 0;
  const rests = makeRests(() => now);
  expect([1, 2, 3].map(() => rests.hear('a', false))).toEqual([null, null, 'rests']);
  expect(rests.has('a', 'l')).toBe(true);
  expect(rests.has('b', 'l')).toBe(false);
  now = 15_000;
  expect(rests.has('a', 'l')).toBe(false);
  expect(rests.hear('a', false)).toBeNull(); // still resting, as everybody knows
  expect(rests.has('a', 'l')).toBe(true);
  expect(rests.hear('a', true)).toBe('works');
  expect(rests.has('a', 'l')).toBe(false);
});

it('failures with a success between them say nothing of a route', () => {
  const rests = makeRests(() => 0);
  for (const worked of [false, false, true, false, false]) expect(rests.hear('a', worked)).toBeNull();
  expect(rests.has('a', 'l')).toBe(false);
});

it('a route that one provider refuses rests for that lane only, as long as it is told', () => {
  let now = 0;
  const rests = makeRests(() => now);
  rests.restFor('a', 'mail:gmail', 60);
  expect([rests.has('a', 'mail:gmail'), rests.has('a', 'mail:yahoo')]).toEqual([true, false]);
  now = 60_000;
  expect(rests.has('a', 'mail:gmail')).toBe(false);
});
