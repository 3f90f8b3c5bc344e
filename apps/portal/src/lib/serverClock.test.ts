import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { learnServerTime, serverNow } from './serverClock.ts';

const SERVER = Date.parse('2025-03-31T02:31:00.000Z');
const stated = (ms: number, rate = 1) =>
  new Headers({ 'sampai-time': `${new Date(SERVER + ms).toISOString()};rate=${rate}` });
/** A computer of a person, two hours slow. */
const LOCAL = SERVER - 7_200_000;
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

beforeEach(() => void vi.useFakeTimers({ now: LOCAL }));
afterEach(() => void vi.useRealTimers());

it("is the server's time, whatever the computer says", () => {
  learnServerTime(stated(0), LOCAL);
  expect(serverNow()).toBe(SERVER);
  pass(12_000);
  expect(serverNow()).toBe(SERVER + 12_000);
});

it('runs as fast as the clock that judges deadlines', () => {
  learnServerTime(stated(0, 24), LOCAL);
  pass(2_000);
  expect(serverNow()).toBe(SERVER + 48_000);
});

it('follows a clock that was moved, and a computer whose clock was set while the page was open', () => {
  learnServerTime(stated(0), LOCAL);
  learnServerTime(stated(660_000), Date.now());
  expect(serverNow()).toBe(SERVER + 660_000);
  pass(3_600_000);
  learnServerTime(stated(661_000), Date.now());
  expect(serverNow()).toBe(SERVER + 661_000);
});

it("does not jump by what an answer's travel leaves uncertain", () => {
  learnServerTime(stated(0), LOCAL);
  pass(1_000);
  // Sent 400 ms ago; it may have been stated at any moment since.
  learnServerTime(stated(700), Date.now() - 400);
  expect(serverNow()).toBe(SERVER + 1_000);
});

it('goes by the Date header where nothing finer is said, and not by less than its seconds', () => {
  const date = (ms: number) => new Headers({ date: new Date(SERVER + ms).toUTCString() });
  learnServerTime(date(3_600_000), Date.now());
  expect(serverNow()).toBe(SERVER + 3_600_000);
  learnServerTime(date(3_601_000), Date.now());
  expect(serverNow()).toBe(SERVER + 3_600_000);
  learnServerTime(new Headers({ 'sampai-time': 'soon;rate=x' }), Date.now());
  expect(serverNow()).toBe(SERVER + 3_600_000);
});
