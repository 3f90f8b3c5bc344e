import { describe, expect, it } from 'vitest';
import { screenOf } from './screen.ts';

const plan = { wish: 'EMAIL', purpose: 'SUBMIT_RETURN', addresses: { EMAIL: 'budi@gmail.com' } } as const;
const waiting = {
  ...({ state: 'QUEUED', via: 'Gmail', channel: 'EMAIL', health: 'GREEN', reason: 'well' } as const),
  ...{ heldByUs: null, putOff: false, sentOnAt: null, refusal: null, wayOut: null },
};
const told = (message: object, more: object = {}) =>
  screenOf(plan, {
    ...{ advice: null, overruled: null, resendAt: null, messages: [{ ...waiting, ...message }] },
    ...more,
  }).told;

describe('a person who waits', () => {
  it('has been told nothing by a page that only says that the code is on its way, whatever is known of its lane', () => {
    expect(told({})).toBe(false);
    expect(told({ health: 'UNKNOWN', reason: 'no-traffic' })).toBe(false);
    expect(told({ health: 'CLOSED', reason: 'provider-refusal' })).toBe(false);
    expect(told({ state: 'SENT_ON', sentOnAt: new Date(0) })).toBe(false);
  });

  it('has been told where the page says why: put off, late, refused, moved, or that another way would serve better', () => {
    expect(told({ putOff: true })).toBe(true);
    expect(told({ state: 'LATE', health: 'CLOSED', reason: 'provider-refusal' })).toBe(true);
    expect(told({ state: 'REFUSED', refusal: 'ADDRESS' })).toBe(true);
    expect(told({}, { overruled: 'EMAIL' })).toBe(true);
    const advice = { channel: 'SMS', via: 'Gmail', trouble: 'refusing', confirm: false, price: 0n };
    expect(told({}, { advice: { ...advice, usualSeconds: null } })).toBe(true);
  });
});
