import { expect, it } from 'vitest';
import { offeredYear, offeredYears } from './years.ts';

it('the newest year comes first', () => {
  expect(offeredYears()).toEqual([2024, 2023, 2022, 2021]);
});

it.each([undefined, 2020, 2025, Number.NaN, -1])('the year %j is not offered', (year) => {
  expect(offeredYear(year)).toBeUndefined();
});

it.each([2021, 2024])('the year %d is offered', (year) => {
  expect(offeredYear(year)).toBe(year);
});
