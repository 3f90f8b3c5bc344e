import { describe, expect, it } from 'vitest';
import { judgeLateness } from './judge-lateness.ts';

const NOW = new Date('2026-03-31T02:00:00Z');
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const waiting = { state: 'QUEUED', patienceUntil: at(20), stuckAt: null, health: 'GREEN' } as const;

describe('a message is late', () => {
  it('once its patience has run out, and not before', () => {
    expect(judgeLateness(waiting, at(19))).toBe('QUEUED');
    expect(judgeLateness(waiting, at(20))).toBe('LATE');
    expect(judgeLateness({ ...waiting, state: 'SENT_ON' }, at(20))).toBe('LATE');
  });

  it('as long as it has been found stuck', () => {
    expect(judgeLateness({ ...waiting, patienceUntil: null, stuckAt: at(-5) }, NOW)).toBe('LATE');
  });

  it.each(['RED', 'CLOSED'] as const)('at once in a lane that is %s', (health) => {
    expect(judgeLateness({ ...waiting, health }, NOW)).toBe('LATE');
  });
});

describe('a message is not late', () => {
  it('in an amber lane, or on its way from a carrier that took it', () => {
    expect(judgeLateness({ ...waiting, health: 'AMBER' }, NOW)).toBe('QUEUED');
    expect(judgeLateness({ ...waiting, state: 'SENT_ON', health: 'RED' }, NOW)).toBe('SENT_ON');
  });

  it('where nothing more is awaited of it', () => {
    expect(judgeLateness({ ...waiting, state: 'SENT_ON', patienceUntil: null }, at(600))).toBe('SENT_ON');
    for (const state of ['DELIVERED', 'REFUSED', 'DROPPED'])
      expect(judgeLateness({ ...waiting, state, health: 'RED' }, at(600))).toBe(state);
  });
});
