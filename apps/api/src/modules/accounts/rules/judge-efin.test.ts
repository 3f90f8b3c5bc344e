import { describe, expect, it } from 'vitest';
import { judgeEfin } from './judge-efin.ts';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-03-31T02:00:00Z');
const hash = (byte: number) => new Uint8Array(32).fill(byte);
const efin = (byte: number, daysLeft = 10, activated = false) => ({
  ...{ hash: hash(byte), activated },
  validUntil: new Date(NOW.getTime() + daysLeft * DAY_MS),
});

describe('an e-FIN', () => {
  it('that was never issued is not recognised, whatever else was', () => {
    expect(judgeEfin([], hash(1), NOW)).toBe('not-recognised');
    expect(judgeEfin([efin(2), efin(3, -1), efin(4, 1, true)], hash(1), NOW)).toBe('not-recognised');
    expect(judgeEfin([efin(1)], hash(1).subarray(0, 31), NOW)).toBe('not-recognised');
  });

  it('is usable to the last moment of its 30 days and dead at their end (R13, R14)', () => {
    expect(judgeEfin([efin(1, 1 / DAY_MS)], hash(1), NOW)).toBe('usable');
    expect(judgeEfin([efin(1, 0)], hash(1), NOW)).toBe('expired');
  });

  it('that lapsed stays dead when another was issued (R15)', () => {
    expect(judgeEfin([efin(1, -40), efin(2)], hash(1), NOW)).toBe('expired');
    expect(judgeEfin([efin(1, -40), efin(2)], hash(2), NOW)).toBe('usable');
  });

  it('opens nothing once one of its holder was used', () => {
    expect(judgeEfin([efin(1, 5, true)], hash(1), NOW)).toBe('already-activated');
    expect(judgeEfin([efin(1, 5, true), efin(2)], hash(2), NOW)).toBe('already-activated');
    expect(judgeEfin([efin(1, -5, true)], hash(1), NOW)).toBe('already-activated');
  });
});
