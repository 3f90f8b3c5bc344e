import { expect, it } from 'vitest';
import { lessThan, plain } from './amounts.ts';

it.each([
  ['0', '0'],
  ['58000000', '58.000.000'],
  ['-55000', '\u221255.000'],
])('%s stands in a column as %s', (digits, shown) => {
  expect(plain(digits)).toBe(shown);
});

it.each([
  ['2900000', '\u2212 2.900.000'],
  ['0', '0'],
  ['', '0'],
])('%s is taken off as %s', (digits, shown) => {
  expect(lessThan(digits)).toBe(shown);
});
