import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeClock } from './clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('it runs at its rate, from where it was set', () => {
  const clock = makeClock();
  clock.set({ at: new Date('2020-02-21T02:00:00Z'), rate: 24 });
  vi.advanceTimersByTime(10_000);
  expect(clock.now().toISOString()).toBe('2020-02-21T02:04:00.000Z');
});

test('what is to run later keeps its distance when the rate changes on the way', () => {
  const clock = makeClock();
  const run = vi.fn();
  clock.after(120, run);
  vi.advanceTimersByTime(60_000);
  clock.set({ rate: 20 });
  vi.advanceTimersByTime(2_990);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(20);
  expect(run).toHaveBeenCalledTimes(1);
});

test('what was called off does not run, at whatever rate', () => {
  const clock = makeClock();
  const run = vi.fn();
  const callOff = clock.after(10, run);
  clock.set({ rate: 2 });
  callOff();
  clock.after(10, run);
  clock.stop();
  vi.advanceTimersByTime(60_000);
  expect(run).not.toHaveBeenCalled();
});
