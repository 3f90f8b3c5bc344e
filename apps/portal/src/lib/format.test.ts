import { describe, expect, it } from 'vitest';
import { clock, clockWithSeconds, date, dayMoment, duration, moment, rupiah, span, until } from './format.ts';

const at = '2025-03-31T02:31:02Z';

describe('times are shown in WIB, with dots', () => {
  it.each([
    [clock(at), '09.31'],
    [clock('2025-03-30T17:05:00Z'), '00.05'],
    [clockWithSeconds(at), '09.31.02'],
    [date(at, 'id'), '31 Maret 2025'],
    [date(at, 'en'), '31 March 2025'],
    [date('2025-03-31', 'id'), '31 Maret 2025'],
    [date('2025-03-30T17:00:00Z', 'id'), '31 Maret 2025'],
    [moment(at, 'id'), '31 Maret 2025, 09.31 WIB'],
    [dayMoment('2020-02-22T02:31:02Z', 'id'), 'Sabtu, 22 Februari 2020, 09.31 WIB'],
    [
      span('2023-05-26T11:00:00Z', '2023-05-28T16:59:00Z', 'id'),
      'Jumat, 26 Mei 2023, 18.00 WIB sampai Minggu, 28 Mei 2023, 23.59 WIB',
    ],
    [
      span('2023-05-26T11:00:00Z', '2023-05-26T16:59:00Z', 'id'),
      'Jumat, 26 Mei 2023, 18.00 sampai 23.59 WIB',
    ],
    [until(at, '2025-03-31T01:00:00Z', 'id'), '09.31 WIB'],
    [until(at, '2025-03-30T16:59:59Z', 'en'), '31 March 2025, 09.31 WIB'],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected);
  });
});

describe('rupiah', () => {
  it.each([
    ['0', 'Rp0'],
    ['350', 'Rp350'],
    ['58000000', 'Rp58.000.000'],
    ['-55000', '\u2212Rp55.000'],
    ['9007199254740993', 'Rp9.007.199.254.740.993'],
  ])('%s reads %s', (digits, expected) => {
    expect(rupiah(digits)).toBe(expected);
  });
});

describe('a wait is rounded up', () => {
  it.each([
    [0, 'id', '1 detik'],
    [3.2, 'id', '4 detik'],
    [1, 'en', '1 second'],
    [99, 'en', '99 seconds'],
    [101, 'id', '2 menit'],
    [840, 'id', '14 menit'],
    [7200, 'en', '2 hours'],
  ] as const)('%d in %s is %s', (seconds, locale, expected) => {
    expect(duration(seconds, locale)).toBe(expected);
  });
});
