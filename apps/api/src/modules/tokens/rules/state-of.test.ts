import { describe, expect, it } from 'vitest';
import { afterEntry, isWindowPassed, stateOf } from './state-of.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 31, 2, minute));
const open = { state: 'OPEN', validUntil: null, endsAt: at(90) } as const;

describe('a window that has passed', () => {
  it.each([
    ['while its end has not come', { ...open, validUntil: at(10) }, at(10), true],
    ['not while it lasts', { ...open, validUntil: at(10) }, at(9), false],
    ['not before it has begun', open, at(80), false],
    ['not once the code has ended for good', { ...open, validUntil: at(10) }, at(90), false],
    [
      'not where the code was entered',
      { ...open, state: 'VERIFIED', validUntil: at(10) } as const,
      at(10),
      false,
    ],
  ])('opens again for whoever asks: %s', (_, clocks, now, passed) => {
    expect(isWindowPassed(clocks, now)).toBe(passed);
  });
});

describe("a token's state", () => {
  it('is expired at the very end, not one moment after it', () => {
    expect(stateOf(open, at(90))).toBe('EXPIRED');
    expect(stateOf(open, new Date(at(90).getTime() - 1))).toBe('OPEN');
  });

  it('is expired when its window has passed, and open again once the window moved forward (R67)', () => {
    expect(stateOf({ ...open, validUntil: at(10) }, at(10))).toBe('EXPIRED');
    expect(stateOf({ ...open, validUntil: at(20) }, at(10))).toBe('OPEN');
  });

  it('does not outlive its absolute end by a window that reaches beyond it', () => {
    expect(stateOf({ ...open, validUntil: at(99) }, at(90))).toBe('EXPIRED');
  });

  it('is open while no window has begun', () => {
    expect(stateOf(open, at(80))).toBe('OPEN');
  });

  it.each(['VERIFIED', 'LOCKED', 'CANCELLED', 'EXPIRED'] as const)('stays %s whatever the time', (state) => {
    expect(stateOf({ state, validUntil: at(5), endsAt: at(90) }, at(1))).toBe(state);
    expect(stateOf({ state, validUntil: at(5), endsAt: at(90) }, at(99))).toBe(state);
  });
});

describe('a token after a code was entered', () => {
  const five = (attemptsUsed: number) => ({ attemptsUsed, attemptsMax: 5 });

  it('stays open while wrong ones are left, and is locked by the last of them', () => {
    expect(afterEntry(five(3), false, at(1))).toEqual({ attemptsUsed: 4, state: 'OPEN', endedAt: null });
    expect(afterEntry(five(4), false, at(1))).toEqual({ attemptsUsed: 5, state: 'LOCKED', endedAt: at(1) });
  });

  it('is verified by the right one, the last of them too', () => {
    expect(afterEntry(five(4), true, at(1))).toEqual({ attemptsUsed: 5, state: 'VERIFIED', endedAt: at(1) });
  });
});
