import { describe, expect, it } from 'vitest';
import { type Judged, judgeHealth, type LaneWindow } from './judge-health.ts';

const POLICY = {
  ...{ lateShare: 0.15, redShare: 0.5, fewest: 5, redSeconds: 300, amberSeconds: 900, probes: 3 },
  ...{ quietFewest: 3, quietSeconds: 120 },
};
const START = Date.UTC(2023, 4, 30, 2);
const at = (seconds: number) => new Date(START + seconds * 1000);
const QUIET: LaneWindow = {
  ...{
    accepted: 0,
    failing: 0,
    turnedAway: 0,
    untaken: 0,
    untakenSeconds: 0,
    slowDowns: 0,
    onTime: 0,
    late: 0,
    verified: 0,
    missing: 0,
  },
  ...{ refusing: false, held: false, stateSeconds: 0, good: 0, arrived: 0 },
};
const seen = (more: Partial<LaneWindow>): LaneWindow => ({ ...QUIET, ...more });
const green: Judged = { state: 'GREEN', reason: 'well', badAt: null };
const judge = (was: Judged, more: Partial<LaneWindow>, seconds = 0) =>
  judgeHealth(was, seen(more), POLICY, at(seconds));

describe('a lane gets worse at once', () => {
  it.each([
    ['closed where the provider holds it', { held: true, accepted: 1 }, 'CLOSED', 'provider-refusal'],
    ['closed where nothing at all is accepted', { failing: 5 }, 'CLOSED', 'no-acceptance'],
    [
      'closed where few write, and nobody took any of three for two minutes',
      { failing: 1, untaken: 3, untakenSeconds: 120 },
      'CLOSED',
      'no-acceptance',
    ],
    ['closed where everybody is refused', { turnedAway: 5 }, 'CLOSED', 'refusals'],
    [
      'red at the first refusal by the whole provider',
      { refusing: true, accepted: 90 },
      'RED',
      'provider-refusal',
    ],
    ['red where half of the messages are late', { onTime: 5, late: 5 }, 'RED', 'slow'],
    ['red where half of the messages fail', { accepted: 5, failing: 5 }, 'RED', 'deferrals'],
    ['red where half of the addresses are refused', { accepted: 5, turnedAway: 5 }, 'RED', 'refusals'],
    ['red where half fail or are refused', { accepted: 5, failing: 3, turnedAway: 2 }, 'RED', 'deferrals'],
    ['amber where 15 of 100 are late', { onTime: 85, late: 15 }, 'AMBER', 'slow'],
    ['amber where the carrier throttles', { accepted: 50, slowDowns: 1 }, 'AMBER', 'throttled'],
    [
      'amber where people say it does not come (R54)',
      { accepted: 9, missing: 5, verified: 4 },
      'AMBER',
      'reported-missing',
    ],
  ] as const)('%s', (_, window, state, reason) => {
    expect(judge(green, window)).toEqual({ state, reason, badAt: at(0) });
  });

  it('but not by three messages that fail at once, nor by two for long, nor where one was taken meanwhile', () => {
    expect(judge(green, { failing: 3, untaken: 3, untakenSeconds: 119 })).toEqual(green);
    expect(judge(green, { failing: 2, untaken: 2, untakenSeconds: 3_600 })).toEqual(green);
    expect(judge(green, { accepted: 1, failing: 1, untaken: 3, untakenSeconds: 120 })).toEqual(green);
  });

  it('but not by fewer than five messages, nor by 14 of 100', () => {
    expect(judge(green, { late: 4 })).toEqual(green);
    expect(judge(green, { failing: 4 })).toEqual(green);
    expect(judge(green, { turnedAway: 4 })).toEqual(green);
    expect(judge(green, { accepted: 86, turnedAway: 14 })).toEqual(green);
    expect(judge(green, { onTime: 86, late: 14 })).toEqual(green);
  });
});

it('is not called well for what failed, before anything was accepted', () => {
  const unknown: Judged = { state: 'UNKNOWN', reason: 'no-traffic', badAt: null };
  expect(judge(unknown, { failing: 1 })).toEqual(unknown);
  expect(judge(unknown, { late: 1 })).toEqual(unknown);
  expect(judge(unknown, { accepted: 1 })).toEqual(green);
});

describe('a lane gets better step by step', () => {
  const red: Judged = { state: 'RED', reason: 'slow', badAt: at(0) };
  const amber: Judged = { state: 'AMBER', reason: 'slow', badAt: at(0) };
  const proof = { accepted: 50, onTime: 50, good: 50, arrived: 50 };

  it('red for 5 minutes after the last sign of it, amber for 15', () => {
    expect(judge(red, proof, 299)).toEqual(red);
    expect(judge(red, proof, 300)).toEqual({ state: 'AMBER', reason: 'recovering', badAt: at(300) });
    expect(judge(amber, { accepted: 50 }, 899)).toEqual(amber);
    expect(judge(amber, { accepted: 50 }, 900)).toEqual(green);
  });

  it('and a new sign of trouble begins the wait anew', () => {
    expect(judge(red, { late: 9 }, 250)).toEqual({ ...red, badAt: at(250) });
    expect(judge({ ...red, badAt: at(250) }, proof, 400).state).toBe('RED');
  });

  it('a closed one is half open as soon as three probes in a row are accepted, and not before', () => {
    const closed: Judged = { state: 'CLOSED', reason: 'no-acceptance', badAt: at(0) };
    expect(judge(closed, { held: true, accepted: 3, good: 3 }, 10).state).toBe('CLOSED');
    expect(judge(closed, { accepted: 2, good: 2 }, 20)).toEqual(closed);
    expect(judge(closed, { accepted: 3, good: 3 }, 20)).toEqual({
      ...{ state: 'AMBER', reason: 'recovering', badAt: at(20) },
    });
  });

  it('and is not called red again for what failed while it was closed, but for what fails after', () => {
    const half: Judged = { state: 'AMBER', reason: 'recovering', badAt: at(0) };
    const share = { accepted: 5, failing: 6 };
    expect(judge(half, { ...share, stateSeconds: 119 }, 119)).toEqual(half);
    expect(judge(half, { ...share, stateSeconds: 120 }, 120).state).toBe('RED');
    expect(judge(half, { failing: 6, stateSeconds: 1 }, 1).state).toBe('CLOSED');
    expect(judge(half, { ...share, refusing: true, stateSeconds: 1 }, 1).state).toBe('RED');
    expect(judge(amber, { ...share, stateSeconds: 1 }, 1).state).toBe('RED');
  });

  it('a slow one is not better for being accepted, only for coming on time', () => {
    expect(judge(red, { ...proof, arrived: 2 }, 900)).toEqual(red);
    expect(judge({ ...red, reason: 'deferrals' }, { ...proof, arrived: 0 }, 900).state).toBe('AMBER');
  });

  it.each(['RED', 'CLOSED'] as const)('one that is %s stays so however long nobody uses it', (state) => {
    const was: Judged = { state, reason: 'no-acceptance', badAt: at(0) };
    expect(judge(was, {}, 30 * 24 * 3_600)).toEqual(was);
  });

  it('an amber one that nobody uses is not called well', () => {
    expect(judge({ state: 'UNKNOWN', reason: 'no-traffic', badAt: null }, {}).state).toBe('UNKNOWN');
    expect(judge(amber, {}, 900).state).toBe('UNKNOWN');
  });
});
