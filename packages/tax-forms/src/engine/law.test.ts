import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDate, incomeTax, personalRelief, routeForm, taxableIncome } from '../index.ts';

const YEARS = fc.integer({ min: 2009, max: 2024 });
const INCOME = fc.bigInt({ min: 0n, max: 20_000_000_000n });

describe('the tariff', () => {
  it('is not known before 2009', () => {
    expect(() => incomeTax(1n, 2008)).toThrow(RangeError);
  });

  it('is chosen by the tax year: the layers of 2022 are not applied to 2021', () => {
    expect(incomeTax(60_000_000n, 2021)).toBe(4_000_000n);
    expect(incomeTax(60_000_000n, 2022)).toBe(3_000_000n);
  });

  it.each([
    [2022, 60_000_000n, 250_000_000n, 15n, 6_000_000n],
    [2022, 250_000_000n, 500_000_000n, 25n, 31_000_000n],
    [2022, 500_000_000n, 5_000_000_000n, 30n, 56_000_000n],
    [2022, 5_000_000_000n, 9_000_000_000n, 35n, 306_000_000n],
    [2021, 50_000_000n, 250_000_000n, 15n, 5_000_000n],
    [2021, 250_000_000n, 500_000_000n, 25n, 30_000_000n],
    [2021, 500_000_000n, 9_000_000_000n, 30n, 55_000_000n],
  ])('of %s above %s up to %s is %s %% less %s', (year, from, to, percent, less) => {
    for (const income of [from + 1000n, (from + to) / 2n, to]) {
      expect(incomeTax(income, year)).toBe((income * percent) / 100n - less);
    }
  });

  it('never takes more from a smaller income, and never all of one', () => {
    fc.assert(
      fc.property(INCOME, INCOME, YEARS, (a, b, year) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(incomeTax(low, year) <= incomeTax(high, year)).toBe(true);
        expect(incomeTax(high, year) * 100n <= high * 35n).toBe(true);
      }),
    );
  });

  it('is applied to full thousands, rounded down, never below zero', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), YEARS, (income, year) => {
        const taxed = taxableIncome(income);
        expect(taxed % 1000n).toBe(0n);
        expect(taxed >= 0n && (income < 0n || income - taxed < 1000n)).toBe(true);
        expect(incomeTax(income, year)).toBe(incomeTax(taxed, year));
      }),
    );
  });
});

describe('personal relief', () => {
  it.each([
    ['TK', 4, 2022],
    ['TK', -1, 2022],
    ['K', 1.5, 2022],
    ['K', 0, 2008],
  ] as const)('is refused for %s/%d in %d', (marital, dependants, taxYear) => {
    expect(() => personalRelief(marital, dependants, taxYear)).toThrow(RangeError);
  });
});

describe('the last day to file', () => {
  it('is 31 March of the next year', () => {
    expect(dueDate('1770SS', 2022)).toBe('2023-03-31');
  });

  it('stays 31 March where that is a Sunday or a holiday', () => {
    expect(new Date('2024-03-31').getUTCDay()).toBe(0);
    expect(dueDate('1770SS', 2023)).toBe('2024-03-31');
    // Idul Fitri 1446 H fell on 31 March 2025.
    expect(dueDate('1770SS', 2024)).toBe('2025-03-31');
  });
});

describe('the form to file', () => {
  const employee = {
    businessOrFreeProfession: false,
    separateOrPropertySplit: false,
    grossYear: 45_000_000n,
    employers: 1,
  };

  it('is the short one up to and with 60 million rupiah', () => {
    expect(routeForm({ ...employee, grossYear: 60_000_000n })).toBe('1770SS');
    expect(routeForm({ ...employee, grossYear: 60_000_001n })).toBe('1770S');
  });

  it('is 1770 S with a second employer, or where husband and wife file apart', () => {
    expect(routeForm({ ...employee, employers: 2 })).toBe('1770S');
    expect(routeForm({ ...employee, separateOrPropertySplit: true })).toBe('1770S');
  });

  it('is 1770 with a business, whatever else holds', () => {
    expect(routeForm({ ...employee, separateOrPropertySplit: true, businessOrFreeProfession: true })).toBe(
      '1770',
    );
  });
});
