import { expect, test } from 'vitest';
import { makeWindow } from './window.ts';

const FOREVER = 60_000;

/** Lets come in whoever may at once, and says in which order those who wait do later. */
function watchEntries(window: ReturnType<typeof makeWindow>) {
  const inside: string[] = [];
  return {
    inside,
    async come(lane: string, ms = FOREVER) {
      void window.enter(ms, lane).then(() => inside.push(lane));
      await Promise.resolve();
      await Promise.resolve();
    },
    async leave(lane: string) {
      inside.splice(inside.indexOf(lane), 1);
      window.leave(lane);
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

test('one lane takes half of the places at most, the rest are there for others at once', async () => {
  const { inside, come } = watchEntries(makeWindow(5));
  for (let n = 0; n < 20; n += 1) await come('slow');
  expect(inside).toEqual(['slow', 'slow', 'slow']);
  await come('quick');
  await come('other');
  expect(inside.slice(3)).toEqual(['quick', 'other']);
});

test('a place that comes free is for the lane that has the fewest, whoever has waited longer', async () => {
  const { inside, come, leave } = watchEntries(makeWindow(4));
  for (const lane of ['a', 'a', 'b', 'b', 'a', 'b', 'c']) await come(lane);
  await leave('a');
  expect(inside).toEqual(['a', 'b', 'b', 'c']);
});

test('one place serves every lane in turn', async () => {
  const { inside, come, leave } = watchEntries(makeWindow(1));
  for (const lane of ['a', 'b']) await come(lane);
  expect(inside).toEqual(['a']);
  await leave('a');
  expect(inside).toEqual(['b']);
});

test('whoever shares with nobody takes every place', async () => {
  const window = makeWindow(2);
  expect(await window.enter(0)).toBe('inside');
  expect(await window.enter(0)).toBe('inside');
  expect(await window.enter(1)).toBe('full');
});

test('who finds no place in time hears whether his lane has used up its part, or everything is taken', async () => {
  const window = makeWindow(2);
  expect(await window.enter(0, 'slow')).toBe('inside');
  expect(await window.enter(1, 'slow')).toBe('part-full');
  expect(await window.enter(0, 'quick')).toBe('inside');
  expect(await window.enter(1, 'other')).toBe('full');
  window.leave('quick');
  expect(await window.enter(0, 'other')).toBe('inside');
});
