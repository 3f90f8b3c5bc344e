import { describe, expect, it } from 'vitest';
import { isMailboxFull, isPutOff, judgeHold, judgeLateness } from './judge-lateness.ts';

const NOW = new Date('2026-03-31T02:00:00Z');
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const waiting = {
  state: 'QUEUED',
  patienceUntil: at(20),
  stuckAt: null,
  health: 'GREEN',
  standsStill: false,
} as const;

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

describe('a message is held up by ourselves', () => {
  const facts = { ...waiting, attempts: 0, reason: 'well' } as const;

  it('where nobody of ours sends, at once, whether it was tried before or not', () => {
    const still = { ...facts, standsStill: true };
    expect(judgeLateness(still, NOW)).toBe('LATE');
    expect(judgeHold(still, NOW)).toBe('not-sent');
    expect(judgeHold({ ...still, attempts: 2 }, NOW)).toBe('not-sent');
  });

  it('where it was never tried, though it should have been long ago', () => {
    expect(judgeHold(facts, at(19))).toBeNull();
    expect(judgeHold(facts, at(20))).toBe('not-sent');
    expect(judgeHold({ ...facts, health: 'RED', reason: 'slow' }, at(20))).toBe('not-sent');
    expect(judgeHold({ ...facts, attempts: 1 }, at(20))).toBeNull();
  });

  it.each(['provider-refusal', 'no-acceptance', 'deferrals', 'throttled', 'recovering'] as const)(
    'not where its provider is why it waits: %s',
    (reason) => {
      expect(judgeHold({ ...facts, health: 'RED', reason }, at(20))).toBeNull();
    },
  );

  it('or not heard of, where it was sent and nobody of ours listens', () => {
    const sent = { ...facts, state: 'SENT_ON', attempts: 1 } as const;
    expect(judgeHold({ ...sent, standsStill: true }, at(19))).toBeNull();
    expect(judgeHold({ ...sent, standsStill: true }, at(20))).toBe('not-heard');
    expect(judgeHold(sent, at(20))).toBeNull();
    expect(judgeHold({ ...sent, state: 'DELIVERED', standsStill: true }, at(20))).toBeNull();
  });
});

describe('a message is put off', () => {
  it.each(['421-4.7.28 unusual rate', '451 4.7.500 Server busy', 'ESME_RTHROTTLED'])(
    'by what its carrier answered when it was last tried, while it waits: %s',
    (reply) => {
      expect(isPutOff({ state: 'QUEUED', reply })).toBe(true);
      expect(isPutOff({ state: 'SENT_ON', reply })).toBe(false);
    },
  );

  it.each([null, 'no route', 'ECONNREFUSED', 'LANE_FULL', 'no response to submit_sm in time'])(
    'not by what no carrier said: %s',
    (reply) => {
      expect(isPutOff({ state: 'QUEUED', reply })).toBe(false);
    },
  );
});

describe('a mailbox', () => {
  it.each([
    '552 5.2.2 The recipient inbox is out of storage space',
    '552-5.2.2 full',
    '5.2.2 over',
    '550 mailbox is full',
  ])('that answers "%s" is full', (reply) => {
    expect(isMailboxFull({ state: 'REFUSED', reply })).toBe(true);
    expect(isMailboxFull({ state: 'QUEUED', reply })).toBe(false);
  });

  it.each(['550 5.1.1 no such user', '552 5.2.3 message too large', '550 15.2.2 x', null])(
    'that answers "%s" is not',
    (reply) => {
      expect(isMailboxFull({ state: 'REFUSED', reply })).toBe(false);
    },
  );
});
