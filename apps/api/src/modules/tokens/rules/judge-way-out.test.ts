import { describe, expect, it } from 'vitest';
import { judgeWayOut, type WayOutFacts } from './judge-way-out.ts';

const refused: WayOutFacts = { state: 'REFUSED', refusedForGood: true, others: [], isAdvised: false };

describe('what is left of a message that was refused', () => {
  it('is to put its address right, where one more would be refused and nothing else is open', () => {
    expect(judgeWayOut(refused)).toBe('right address');
    expect(judgeWayOut({ ...refused, others: ['REFUSED', 'DROPPED'] })).toBe('right address');
  });

  it('is to ask later, where it was this message, or its carrier', () => {
    expect(judgeWayOut({ ...refused, refusedForGood: false, others: ['REFUSED'] })).toBe('later');
  });

  it('is the other channel only where that is advised', () => {
    expect(judgeWayOut({ ...refused, isAdvised: true })).toBe('other channel');
  });

  it.each(['QUEUED', 'SENT_ON', 'LATE', 'DELIVERED'] as const)(
    'is nothing to do where the code is in another message (%s), whatever is advised',
    (state) => {
      const others = ['REFUSED', state] as const;
      expect(judgeWayOut({ ...refused, isAdvised: true, others: [...others] })).toBe('in another message');
    },
  );

  it.each(['QUEUED', 'SENT_ON', 'LATE', 'DELIVERED', 'DROPPED'] as const)(
    'is no question of one that was not (%s)',
    (state) => {
      expect(judgeWayOut({ ...refused, state })).toBeNull();
    },
  );
});
