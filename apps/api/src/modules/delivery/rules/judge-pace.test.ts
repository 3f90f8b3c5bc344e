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
  },
};
const START = Date.UTC(2020, 1, 21, 2);
const at = (seconds: number) => new Date(START + seconds * 1000);
const FRESH: Pace = {
  ...{
    rate: 200,
    threshold: 200,
    heldUntil: null,
    stops: 0,
    stoppedAt: null,
    cutAt: null,
    raisedAt: null,
    good: 0,
  },
};
const news = (more: Partial<PaceNews>): PaceNews => ({ accepted: 0, slowDowns: 0, stops: 0, ...more });
const stop = (pace: Pace, seconds: number, stops = 1) =>
  judgePace(pace, news({ stops }), POLICY, at(seconds));
const accept = (pace: Pace, seconds: number, accepted = 1) =>
  judgePace(pace, news({ accepted }), POLICY, at(seconds));

describe('a refusal by the whole provider', () => {
  it('halves the pace at once', () => {
    expect(stop(FRESH, 0)).toMatchObject({ rate: 100, threshold: 100, heldUntil: null, stops: 1 });
  });

  it('the second time within an hour holds the lane to 10 messages a minute for 30 minutes (R43)', () => {
    const held = stop(stop(FRESH, 0), 3_599);
    expect(held.rate * 60).toBeCloseTo(10);
    expect(held.heldUntil).toEqual(at(3_599 + 1_800));
    expect(isHeld(held, at(3_599 + 1_799))).toBe(true);
    expect(isHeld(held, at(3_599 + 1_800))).toBe(false);
  });

  it('an hour after the last one is a first one again', () => {
    expect(stop(stop(FRESH, 0), 3_600)).toMatchObject({ heldUntil: null, stops: 1 });
  });

  it('twice in one batch holds it as well', () => {
    expect(stop(FRESH, 0, 2).heldUntil).toEqual(at(1_800));
  });

  it('while it is held begins the half hour anew', () => {
    const held = stop(FRESH, 0, 2);
    expect(stop(held, 600)).toMatchObject({ heldUntil: at(2_400), threshold: held.threshold });
  });
});

describe('a held lane', () => {
  const held = stop(FRESH, 0, 2);

  it('stays held while fewer than three probes in a row are accepted', () => {
    const two = accept(accept(held, 6), 12);
    expect(two).toMatchObject({ rate: held.rate, heldUntil: held.heldUntil, good: 2 });
    expect(stop(two, 18)).toMatchObject({ good: 0 });
  });

  it('is let go by the third probe, and ramps up: double every second to half of what it was, then by steps', () => {
    let pace = accept(held, 18, 3);
    expect(pace).toMatchObject({ heldUntil: null, rate: held.rate * 2 });
    const rates: number[] = [];
    for (let second = 19; second < 45; second += 1) {
      pace = accept(pace, second);
      rates.push(pace.rate);
    }
    expect(rates.slice(0, 3).map((rate) => Math.round(rate * 60))).toEqual([40, 80, 160]);
    expect(rates[8]).toBe(100);
    expect(rates.slice(9, 12)).toEqual([110, 120, 130]);
    expect(rates.at(-1)).toBe(200);
  });

  it('is held again by one more refusal after that', () => {
    expect(stop(accept(held, 18, 3), 30).heldUntil).toEqual(at(1_830));
  });
});

describe('a carrier that throttles', () => {
  const throttle = (pace: Pace, seconds: number) =>
    judgePace(pace, news({ slowDowns: 1 }), POLICY, at(seconds));

  it('halves the pace once a second, however many messages were in hand', () => {
    const cut = throttle(FRESH, 0);
    expect(cut).toMatchObject({ rate: 100, cutAt: at(0), heldUntil: null });
    expect(throttle(cut, 0.9).rate).toBe(100);
    expect(throttle(cut, 1).rate).toBe(50);
  });

  it('never brings it below the trickle, nor ends a hold', () => {
    let pace = FRESH;
    for (let second = 0; second < 30; second += 1) pace = throttle(pace, second);
    expect(pace.rate).toBe(POLICY.trickle);
    expect(throttle(stop(FRESH, 0, 2), 60).heldUntil).toEqual(at(1_800));
  });

  it('gives way step by step, and never above the ceiling', () => {
    const cut = throttle(FRESH, 0);
    expect(accept(cut, 2).rate).toBe(110);
    expect(accept({ ...cut, rate: 195 }, 2).rate).toBe(200);
    expect(accept(FRESH, 2).rate).toBe(200);
  });
});
