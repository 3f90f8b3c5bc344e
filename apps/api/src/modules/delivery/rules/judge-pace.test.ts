import { describe, expect, it } from 'vitest';
import { isHeld, judgePace, type Pace, type PaceNews } from './judge-pace.ts';

const POLICY = {
  ...{
    ceiling: 200,
    trickle: 1 / 6,
    holdSeconds: 1_800,
    stopsToHold: 2,
    stopsWithinSeconds: 3_600,
    probes: 3,
    drainSeconds: 60,
    rememberSeconds: 600,
  },
};
const START = Date.UTC(2020, 1, 21, 2);
const at = (seconds: number) => new Date(START + seconds * 1000);
const FRESH: Pace = {
  ...{ rate: 200, threshold: 200, heldUntil: null, stops: 0, stoppedAt: null, cutAt: null, raisedAt: null },
  ...{ good: 0, taken: 0, refusedRate: null, drawn: 80 },
};
const news = (more: Partial<PaceNews>): PaceNews => ({
  ...{ accepted: 0, slowDowns: 0, stops: 0, waiting: 0 },
  ...more,
});
const stop = (pace: Pace, seconds: number) => judgePace(pace, news({ stops: 1 }), POLICY, at(seconds));
const accept = (pace: Pace, seconds: number, accepted = 1, waiting = 0) =>
  judgePace(pace, news({ accepted, waiting }), POLICY, at(seconds));

describe('a refusal by the whole provider', () => {
  it('halves at once what the lane was given, not what it would have been allowed', () => {
    expect(stop(FRESH, 0)).toMatchObject({ rate: 40, threshold: 40, heldUntil: null, stops: 1 });
    expect(stop({ ...FRESH, rate: 60 }, 0)).toMatchObject({ rate: 30 });
    expect(stop({ ...FRESH, drawn: 0 }, 0).rate).toBe(POLICY.trickle);
  });

  it('the second time within an hour holds the lane to 10 messages a minute for 30 minutes (R43)', () => {
    const held = stop(stop(FRESH, 0), 3_599);
    expect(held.rate * 60).toBeCloseTo(10);
    expect(held.heldUntil).toEqual(at(3_599 + 1_800));
    expect(isHeld(held, at(3_599 + 1_799))).toBe(true);
    expect(isHeld(held, at(3_599 + 1_800))).toBe(false);
  });

  it('counts once for what was in hand when it began', () => {
    expect(stop(stop(FRESH, 0), 9.9)).toMatchObject({ heldUntil: null, stops: 1, rate: 40 });
    expect(stop(stop(FRESH, 0), 10).heldUntil).toEqual(at(1_810));
  });

  it('an hour after the last one is a first one again', () => {
    expect(stop(stop(FRESH, 0), 3_600)).toMatchObject({ heldUntil: null, stops: 1 });
  });

  it('while it is held begins the half hour anew', () => {
    const held = stop(stop(FRESH, 0), 20);
    expect(stop(held, 600)).toMatchObject({ heldUntil: at(2_400), threshold: held.threshold });
  });
});

describe('a held lane', () => {
  const held = stop(stop(FRESH, 0), 20);

  it('stays held while fewer than three probes in a row are accepted, which follow each other by the second', () => {
    const two = accept(accept(held, 26), 27);
    expect(two).toMatchObject({ rate: 1, heldUntil: held.heldUntil, good: 2 });
    expect(stop(two, 28)).toMatchObject({ rate: POLICY.trickle, good: 0, heldUntil: at(1_828) });
  });

  it('is let go by the third probe, and doubles every second up to what empties it within a minute, and no further', () => {
    let pace = accept({ ...held, threshold: 2 }, 90, 3, 900);
    expect(pace).toMatchObject({ heldUntil: null, stops: 0 });
    const rates: number[] = [];
    for (let second = 91; second < 100; second += 1) {
      pace = accept(pace, second, 1, 900);
      rates.push(Math.round(pace.rate * 10) / 10);
    }
    expect(rates).toEqual([0.7, 1.3, 2.7, 5.3, 10.7, 15, 15, 15, 15]);
  });

  it('in which little waits doubles up to half of what it was given, then grows by a step every ten seconds', () => {
    const given = { ...held, threshold: 8 };
    let pace = accept(given, 90, 3);
    const rates: number[] = [];
    for (let second = 91; second < 3_600; second += 1) {
      pace = accept(pace, second);
      rates.push(pace.rate);
    }
    expect(rates.slice(0, 4).map((rate) => Math.round(rate * 60))).toEqual([40, 80, 160, 320]);
    const steps = [...new Set(rates)].filter((rate) => rate > 8).slice(0, 3);
    expect(steps.map((rate) => Math.round(rate * 10) / 10)).toEqual([9.6, 11.2, 12.8]);
    expect(rates.findIndex((rate) => rate > 9) + 10).toBe(rates.findIndex((rate) => rate > 11));
    expect(rates.at(-1)).toBe(200);
  });

  it('that goes too far while it ramps is halved first, and held again by the next refusal', () => {
    const ramping = { ...accept(held, 38, 3), rate: 20, drawn: 18 };
    const cut = stop(ramping, 60);
    expect(cut).toMatchObject({ rate: 9, heldUntil: null });
    expect(stop(cut, 75).heldUntil).toEqual(at(75 + 1_800));
  });
});

describe('a provider that takes some and refuses others', () => {
  it('is only cut, until the sixth refusal one after the other', () => {
    let pace = FRESH;
    const holds: boolean[] = [];
    for (let time = 0; time < 6; time += 1) {
      pace = stop(accept(pace, time * 60, 3), time * 60 + 30);
      holds.push(pace.heldUntil !== null);
    }
    expect(holds).toEqual([false, false, false, false, false, true]);
  });

  it('counts what it took between two refusals, though others were refused meanwhile', () => {
    let pace = stop(FRESH, 0);
    for (const second of [3, 6, 9, 12]) pace = stop(accept(pace, second), second);
    expect(pace).toMatchObject({ heldUntil: null, stops: 2 });
  });

  it('stays just below what it refused for ten minutes, then is asked for more', () => {
    let pace = stop(FRESH, 0);
    expect(pace).toMatchObject({ rate: 40, refusedRate: 80 });
    for (let second = 1; second < 600; second += 1) pace = accept(pace, second, 1, 90_000);
    expect(pace.rate).toBe(72);
    for (let second = 600; second < 640; second += 1) pace = accept(pace, second, 1, 90_000);
    expect(pace).toMatchObject({ refusedRate: null, rate: 72 + 4 * 8 });
  });

  it('and lets 1,000 through in any minute is fed four fifths of that, and never held', () => {
    const { taken, refused, held } = anHourAgainst({ aMinute: 1_000, asked: 20 });
    expect(held).toBe(false);
    expect(taken / 60_000).toBeGreaterThan(0.8);
    expect(refused / taken).toBeLessThan(0.02);
  });
});

describe('a carrier that throttles', () => {
  const throttle = (pace: Pace, seconds: number) =>
    judgePace(pace, news({ slowDowns: 1 }), POLICY, at(seconds));

  it('halves the pace once a second, however many messages were in hand', () => {
    const cut = throttle(FRESH, 0);
    expect(cut).toMatchObject({ rate: 40, cutAt: at(0), heldUntil: null });
    expect(throttle(cut, 0.9).rate).toBe(40);
    expect(throttle(cut, 1).rate).toBe(20);
  });

  it('never brings it below one a second, however quiet it was, nor ends a hold', () => {
    let pace = { ...FRESH, drawn: 0.1 };
    for (let second = 0; second < 30; second += 1) pace = throttle(pace, second);
    expect(pace.rate).toBe(1);
    expect(throttle({ ...pace, rate: 0.5, heldUntil: null }, 60).rate).toBe(0.5);
    expect(throttle(stop(stop(FRESH, 0), 20), 60).heldUntil).toEqual(at(1_820));
  });

  it('in a quiet hour delays a burst after it by seconds, not by minutes', () => {
    let pace = throttle({ ...FRESH, drawn: 0.1 }, 0);
    let waiting = 0;
    let most = 0;
    for (let second = 1; second < 60; second += 1) {
      waiting += 50;
      const sent = Math.min(waiting, Math.floor(pace.rate));
      waiting -= sent;
      most = Math.max(most, waiting);
      pace = accept({ ...pace, drawn: sent }, second, sent, waiting);
    }
    expect(most).toBeLessThan(450);
    expect(waiting).toBe(0);
  });

  it('gives way step by step, and never above the ceiling', () => {
    const cut = throttle(FRESH, 0);
    expect(accept(cut, 2).rate).toBe(48);
    expect(accept({ ...cut, rate: 195 }, 2).rate).toBe(200);
    expect(accept(FRESH, 2).rate).toBe(200);
  });
});

/** An hour of codes, `asked` a second, for a provider that takes `aMinute` of them in any minute and refuses what is above. */
function anHourAgainst({ aMinute, asked }: { aMinute: number; asked: number }) {
  let pace = { ...FRESH, drawn: asked };
  let waiting = 0;
  let allowance = 0;
  const recent: number[] = [];
  const sum = { taken: 0, refused: 0, held: false };
  for (let second = 0; second < 3_600; second += 1) {
    waiting += asked;
    allowance = Math.min(Math.max(1, pace.rate), allowance + pace.rate);
    const drawn = Math.min(waiting, Math.floor(allowance));
    allowance -= drawn;
    while ((recent[0] ?? second) <= second - 60) recent.shift();
    const accepted = Math.min(drawn, aMinute - recent.length);
    for (let n = 0; n < accepted; n += 1) recent.push(second);
    waiting -= accepted;
    const stops = drawn - accepted;
    pace = { ...judgePace(pace, news({ accepted, stops, waiting }), POLICY, at(second)), drawn };
    sum.taken += accepted;
    sum.refused += stops;
    sum.held ||= pace.heldUntil !== null;
  }
  return sum;
}
