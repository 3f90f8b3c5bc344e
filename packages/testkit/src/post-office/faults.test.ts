import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeFaults } from './faults.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const TOO_FAST = '421-4.7.28 Gmail has detected an unusual rate of mail';
const toGmail = (faults: ReturnType<typeof makeFaults>, count: number) =>
  Array.from({ length: count }, (_, i) => faults.meet('EMAIL', `p${i}@gmail.com`)?.kind);

test('a limit takes so many in any minute, whoever of the group they are for, and refuses what is above', () => {
  const faults = makeFaults();
  const match = { domain: ['gmail.com', 'googlemail.com'] };
  faults.add({ match, fault: { kind: 'limit', perMinute: 3, reply: TOO_FAST, tarpitSeconds: 2 } });
  expect(toGmail(faults, 2)).toEqual([undefined, undefined]);
  vi.advanceTimersByTime(40_000);
  expect(faults.meet('EMAIL', 'a@googlemail.com')).toBeUndefined();
  expect(faults.meet('EMAIL', 'b@gmail.com')).toMatchObject({
    kind: 'defer',
    reply: TOO_FAST,
    tarpitSeconds: 2,
  });
  expect(faults.meet('EMAIL', 'c@yahoo.com')).toBeUndefined();
  vi.advanceTimersByTime(21_000);
  expect(toGmail(faults, 3)).toEqual([undefined, undefined, 'defer']);
});

test('a limit by the second takes as many again a second later; a limit is by the minute or by the second', () => {
  const faults = makeFaults();
  faults.add({ match: {}, fault: { kind: 'limit', perSecond: 2 } });
  expect(toGmail(faults, 3)).toEqual([undefined, undefined, 'defer']);
  vi.advanceTimersByTime(1_000);
  expect(toGmail(faults, 3)).toEqual([undefined, undefined, 'defer']);
  expect(() => faults.add({ match: {}, fault: { kind: 'limit' } })).toThrow('perMinute or perSecond');
  expect(() => faults.add({ match: {}, fault: { kind: 'limit', perMinute: 1, perSecond: 1 } })).toThrow();
});

test('a limit that closes refuses everything from the first above, until it is taken away', () => {
  const faults = makeFaults();
  const id = faults.add({ match: {}, fault: { kind: 'limit', perMinute: 1, closes: true } });
  expect(toGmail(faults, 2)).toEqual([undefined, 'defer']);
  const since = new Date().toISOString();
  vi.advanceTimersByTime(3_600_000);
  expect(toGmail(faults, 1)).toEqual(['defer']);
  expect(faults.list()).toMatchObject([{ id, closedSince: since }]);
  faults.clear(id);
  expect(toGmail(faults, 1)).toEqual([undefined]);
});

test('lateness is repeatable by its seed, whoever comes first, and keeps to its limits and its median', () => {
  const fault = { kind: 'late', least: 120, median: 720, most: 3_600, sigma: 0.9, unreceipted: 0.2 } as const;
  const drawn = (seed: number, numbers: string[]) => {
    const faults = makeFaults();
    faults.add({ match: { operator: ['TELKOMSEL', 'INDOSAT'] }, fault: { ...fault, seed } });
    return new Map(numbers.map((to) => [to, faults.meet('SMS', to)]));
  };
  const numbers = Array.from({ length: 500 }, (_, i) => `+62812${10_000_000 + i * 97}`);
  const forwards = drawn(5, numbers);
  expect(drawn(5, numbers.toReversed())).toEqual(forwards);
  expect(drawn(6, numbers)).not.toEqual(forwards);
  const met = [...forwards.values()].flatMap((one) => (one?.kind === 'delay' ? [one] : []));
  const seconds = met.map((one) => one.seconds).toSorted((a, b) => a - b);
  expect(seconds[0]).toBe(120);
  expect(seconds.at(-1)).toBe(3_600);
  expect(seconds[250]).toBeGreaterThan(600);
  expect(seconds[250]).toBeLessThan(850);
  const untold = met.filter(({ unreceipted }) => unreceipted).length / met.length;
  expect(untold).toBeCloseTo(0.2, 1);
  expect(drawn(5, ['+6287812345678']).get('+6287812345678')).toBeUndefined();
});

test('a limit whose reply is none is refused when it is ordered', () => {
  const limit = { kind: 'limit', perMinute: 1, reply: 'please not so fast' } as const;
  expect(() => makeFaults().add({ match: {}, fault: limit })).toThrow(/neither an SMTP reply/);
});
