import { describe, expect, it } from 'vitest';
import { makeThrottles } from '../rules/throttles.ts';
import type { Attempted } from './hand-over.ts';
import { understand } from './understand.ts';

const attempted: Attempted = {
  ...{
    id: 'm',
    attempt: 1,
    lane: 'mail:gmail',
    kind: 'DEFERRED',
    route: 'relay',
    providerId: null,
    reply: '421',
  },
  ...{
    seconds: 5,
    receipts: false,
    cost: 0,
    stuck: true,
    wide: true,
    signal: 'stop',
    ofOne: false,
    ofRoute: false,
    limit: null,
  },
  ...{ throttled: false, refusal: null, throttledAgo: null, probe: false },
};

/** A lane with this many relays, of which those rest that a provider refused. */
function lane(relays: number) {
  const rests: string[] = [];
  const needs = {
    throttles: makeThrottles(() => 0),
    routes: {
      left: () => rests.length + 1 < relays,
      rest: (name: string) => void rests.push(name),
    },
  };
  return { rests, hear: (more: Partial<Attempted>) => understand(needs, { ...attempted, ...more }) };
}

describe('a provider that stops us', () => {
  it.each(['ip', 'netblock'] as const)(
    'by the %s of a relay is asked by another one, and its lane goes on',
    (limit) => {
      const { rests, hear } = lane(2);
      expect(hear({ limit })).toMatchObject({ signal: null, wide: false, stuck: false, seconds: 1 });
      expect(rests).toEqual(['relay']);
    },
  );

  it('by the IP of the last relay that is left stops the lane', () => {
    expect(lane(1).hear({ limit: 'ip' })).toMatchObject({ signal: 'stop', stuck: true });
  });

  it.each(['dkim', 'spf', 'url', null] as const)(
    'by our domain (%s) stops the lane, whatever relay is left',
    (limit) => {
      const { rests, hear } = lane(2);
      expect(hear({ limit })).toMatchObject({ signal: 'stop', stuck: true, wide: true });
      expect(rests).toEqual([]);
    },
  );
});

it("somebody's full queue says nothing of the lane, and several of them do", () => {
  const { hear } = lane(1);
  const full = (id: string) => hear({ id, signal: 'slow-down', ofOne: true, stuck: false }).signal;
  expect(['a', 'a', 'a', 'b', 'c'].map(full)).toEqual([null, null, null, null, 'slow-down']);
});

it('a message that is throttled is news once a minute, whichever worker tried it before', () => {
  const throttled = (throttledAgo: number | null) => {
    const { signal, throttled } = lane(1).hear({ signal: 'slow-down', stuck: false, throttledAgo });
    return { signal, throttled };
  };
  expect([null, 59, 60].map(throttled)).toEqual([
    { signal: 'slow-down', throttled: true },
    { signal: null, throttled: false },
    { signal: 'slow-down', throttled: true },
  ]);
});
