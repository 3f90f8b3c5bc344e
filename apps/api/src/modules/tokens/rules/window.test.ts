import { expect, it } from 'vitest';
import { windowEnd } from './window.ts';

const at = new Date('2026-03-31T02:00:00Z');
const after = (seconds: number) => new Date(at.getTime() + seconds * 1000);

it('ends ten minutes after the receipt, however slow the lane (R67)', () => {
  expect(windowEnd({ windowSeconds: 600, kind: 'delivered', at, p95Seconds: 900 })).toEqual(after(600));
});

it("ends ten minutes and the lane's p95 after the acceptance while no receipt has come", () => {
  expect(windowEnd({ windowSeconds: 600, kind: 'accepted', at, p95Seconds: 20 })).toEqual(after(620));
});

it.each(['accepted', 'delivered'] as const)('does not exist for a purpose without one (%s)', (kind) => {
  expect(windowEnd({ windowSeconds: null, kind, at, p95Seconds: 20 })).toBeNull();
});
