import { expect, it } from 'vitest';
import { barsOf, type Hour, reachOf, slowestHour } from './scale.ts';

const hour = (at: string, p50Seconds: number | null, p95Seconds: number | null): Hour => ({
  at,
  p50Seconds,
  p95Seconds,
});
const DAY = [hour('09', 4, 9), hour('10', null, null), hour('11', 20, null), hour('12', 30, 75)];

it('a lane on which nothing is slow shows low bars', () => {
  expect(reachOf([hour('09', 4, 9)])).toBe(30);
  expect(barsOf([hour('09', 3, 9)], 30)).toEqual([{ at: '09', usual: 0.1, slowest: 0.3 }]);
});

it('it reaches to the next round time above the slowest', () => {
  expect(reachOf(DAY)).toBe(120);
  expect(reachOf([hour('09', 100_000, null)])).toBe(100_000);
});

it('an hour in which too little arrived has no bar', () => {
  expect(barsOf(DAY, 120)[1]).toEqual({ at: '10', usual: null, slowest: null });
});

it('says in which hour it took longest', () => {
  expect(slowestHour(DAY)).toEqual({ at: '12', seconds: 75 });
  expect(slowestHour([hour('10', null, null)])).toBeNull();
});
