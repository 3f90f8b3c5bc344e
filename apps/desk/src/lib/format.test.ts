import { describe, expect, it } from 'vitest';
import { clock, clockWithSeconds, date, duration, moment, spoken } from './format.ts';

const at = '2025-03-31T02:31:02Z';

describe('times are shown in WIB, with dots', () => {
  it.each([
    [clock(at), '09.31'],
    [clock('2025-03-30T17:05:00Z'), '00.05'],
    [clockWithSeconds(at), '09.31.02'],
    [date(at, 'id'), '31 Mar 2025'],
    [date(at, 'en'), '31 Mar 2025'],
    [moment(at, '2025-03-31T01:00:00Z', 'id'), '09.31'],
    [moment(at, '2025-03-30T16:59:59Z', 'en'), '31 Mar 2025, 09.31'],
    [spoken(at, '2025-03-31T01:00:00Z', 'id'), 'pukul 09.31'],
    [spoken(at, '2025-03-30T16:59:59Z', 'id'), '31 Mar 2025 pukul 09.31'],
    [spoken(at, '2025-03-31T01:00:00Z', 'en'), '09.31'],
    [spoken(at, '2025-03-30T16:59:59Z', 'en'), '09.31 on 31 Mar 2025'],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected);
  });
});

describe('a wait is rounded up', () => {
  it.each([
    [0, 'id', '1 detik'],
    [3.2, 'en', '4 seconds'],
    [101, 'id', '2 menit'],
    [7200, 'en', '2 hours'],
  ] as const)('%d in %s is %s', (seconds, locale, expected) => {
    expect(duration(seconds, locale)).toBe(expected);
  });
});
