import { describe, expect, it } from 'vitest';
import { caretAt, cleanRupiah, groupRupiah } from './money.ts';

describe('an amount as people type it', () => {
  it.each([
    ['', ''],
    ['abc', ''],
    ['0', '0'],
    ['000', '0'],
    ['0058', '58'],
    ['58.000.000', '58000000'],
    ['58,000,000', '58000000'],
    ['Rp 1.250.000,00', '1250000'],
    ['Rp1,250,000.50', '1250000'],
    ['Rp58 000 000', '58000000'],
    ['12.5', '125'],
    ['1.250.00', '125000'],
    ['-5.000', '5000'],
  ])('%j is %j', (raw, digits) => {
    expect(cleanRupiah(raw)).toBe(digits);
  });

  it('stops at fifteen digits', () => {
    expect(cleanRupiah('9'.repeat(4000))).toBe('9'.repeat(15));
  });
});

describe('an amount as it is shown', () => {
  it.each([
    ['', ''],
    ['5', '5'],
    ['999', '999'],
    ['1000', '1.000'],
    ['58000000', '58.000.000'],
    ['-55000', '-55.000'],
  ])('%j reads %j', (digits, shown) => {
    expect(groupRupiah(digits)).toBe(shown);
  });

  it('keeps the caret before the same digits when dots come and go', () => {
    expect(caretAt('1.234', 3)).toBe(2);
    expect(caretAt('1.234', 0)).toBe(5);
    expect(caretAt('1.234', 9)).toBe(0);
  });
});
