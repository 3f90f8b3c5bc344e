import { expect, it } from 'vitest';
import { makeRests, WHOLE } from './rests.ts';

it('three messages in a row that fail make a route rest, and each that fails after them; not three tries of one', () => {
  const rests = makeRests(() => 0);
  expect(['m', 'm', 'm', 'n'].map((id) => rests.failed('a', 'l', id))).toEqual(Array(4).fill(false));
  expect(['o', 'p'].map((id) => rests.failed('a', 'l', id))).toEqual([true, true]);
  expect(rests.failed('a', 'other', 'q')).toBe(false);
  expect(rests.failed('b', 'l', 'q')).toBe(false);
});

it.each(['l', WHOLE])('failures (%s) with a success between them say nothing of a route', (place) => {
  const rests = makeRests(() => 0);
  expect(['m', 'n'].map((id) => rests.failed('a', place, id))).toEqual([false, false]);
  rests.worked('a', 'l');
  expect(['o', 'p'].map((id) => rests.failed('a', place, id))).toEqual([false, false]);
});

it('a route rests here, for one lane or as a whole, until it is read what everybody knows', () => {
  let now = 0;
  const rests = makeRests(() => now);
  rests.rest('a', 'mail:gmail');
  rests.rest('b', WHOLE);
  const resting = () =>
    ['a', 'b'].map((route) => ['mail:gmail', 'mail:yahoo'].map((lane) => rests.has(route, lane)));
  expect(resting()).toEqual([
    [true, false],
    [true, true],
  ]);
  now = 5_000;
  expect(resting().flat()).not.toContain(true);
});
