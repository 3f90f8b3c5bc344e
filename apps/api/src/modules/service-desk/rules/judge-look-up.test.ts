import { expect, it } from 'vitest';
import { judgeLookUp } from './judge-look-up.ts';

const now = new Date('2025-03-31T02:31:00Z');
const oldestInHour = new Date('2025-03-31T01:40:00Z');

it('an agent may look up until the hour is full', () => {
  expect(judgeLookUp({ looksLastHour: 119, oldestInHour, now }, { looksPerHour: 120 })).toEqual({
    allowed: true,
  });
});

it('then may again when the oldest of the looks is an hour old', () => {
  expect(judgeLookUp({ looksLastHour: 120, oldestInHour, now }, { looksPerHour: 120 })).toEqual({
    allowed: false,
    until: new Date('2025-03-31T02:40:00Z'),
  });
});
