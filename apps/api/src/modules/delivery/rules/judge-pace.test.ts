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
  ...{ rate: 200, threshold: 200, heldUntil: null, stops: 0, stoppedAt: null, cutAt: null, raisedAt: null },
  ...{ good: 0, drawn: 80 },
};
const news = (more: Partial<PaceNews>): PaceNews => ({ accepted: 0, slowDowns: 0, stops: 0, ...more });
const stop = (pace: Pace, seconds: number) => judgePace(pace, news({ stops: 1 }), POLICY, at(seconds));
const accept = (pace: Pace, seconds: number, accepted = 1) =>
  judgePace(pace, news({ accepted }), POLICY, at(seconds));

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

  it('stays held while fewer than three probes in a row are accepted', () => {
    const two = accept(accept(held, 26), 32);
    expect(two).toMatchObject({ rate: held.rate, heldUntil: held.heldUntil, good: 2 });
    expect(stop(two, 38)).toMatchObject({ good: 0 });
  });

  it('is let go by the third probe: double every second to half of what it was given, then by fifths of that', () => {
    const given = { ...held, threshold: 8 };
    let pace = accept(given, 38, 3);
    expect(pace).toMatchObject({ heldUntil: null, rate: held.rate * 2 });
    const rates: number[] = [];
    for (let second = 39; second < 300; second += 1) {
      pace = accept(pace, second);
      rates.push(pace.rate);
    }
    expect(rates.slice(0, 3).map((rate) => Math.round(rate * 60))).toEqual([40, 80, 160]);
    expect(rates[4]).toBe(8);
    expect(rates.slice(5, 8).map((rate) => Math.round(rate * 10) / 10)).toEqual([9.6, 11.2, 12.8]);
    expect(rates.at(-1)).toBe(200);
  });

  it('that goes too far while it ramps is halved first, and held again by the next refusal', () => {
    const ramping = { ...accept(held, 38, 3), rate: 20, drawn: 18 };
    const cut = stop(ramping, 60);
    expect(cut).toMatchObject({ rate: 9, heldUntil: null });
    expect(stop(cut, 75).heldUntil).toEqual(at(75 + 1_800));
  });

  it('is only halved while it goes on taking messages, until the sixth refusal within the hour', () => {
    let pace = FRESH;
    const holds: boolean[] = [];
    for (let time = 0; time < 6; time += 1) {
      pace = stop(accept(pace, time * 60, 3), time * 60 + 30);
      holds.push(pace.heldUntil !== null);
    }
    expect(holds).toEqual([false, false, false, false, false, true]);
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

  it('never brings it below the trickle, nor ends a hold', () => {
    let pace = FRESH;
    for (let second = 0; second < 30; second += 1) pace = throttle(pace, second);
    expect(pace.rate).toBe(POLICY.trickle);
    expect(throttle(stop(stop(FRESH, 0), 20), 60).heldUntil).toEqual(at(1_820));
  });

  it('gives way step by step, and never above the ceiling', () => {
    const cut = throttle(FRESH, 0);
    expect(accept(cut, 2).rate).toBe(48);
    expect(accept({ ...cut, rate: 195 }, 2).rate).toBe(200);
    expect(accept(FRESH, 2).rate).toBe(200);
  });
});
