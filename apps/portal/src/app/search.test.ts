import { expect, it } from 'vitest';
import { parseSearch, stringifySearch } from './search.ts';

it.each(['10032639718833357442', '00000000000000000001', '12345678901234567000'])(
  'brings a receipt number along digit by digit: %s',
  (number) => {
    const { number: read }: Record<string, unknown> = parseSearch(`?number=${number}`);
    expect(String(read)).toBe(number);
    expect(parseSearch(stringifySearch({ number }))).toEqual({ number });
  },
);

it('writes a receipt number as the QR code does', () => {
  expect(stringifySearch({ number: '10032639718833357442' })).toBe('?number=10032639718833357442');
});

it('reads years and marks as what they are', () => {
  expect(parseSearch('?year=2024&activated=true')).toEqual({ year: 2024, activated: true });
  expect(stringifySearch({ year: 2024, ended: true })).toBe('?year=2024&ended=true');
});
