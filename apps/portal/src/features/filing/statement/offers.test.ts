import { describe, expect, it } from 'vitest';
import { isFree, isUsable, type Offer, outcomeOf, proposed } from './offers.ts';

const sms: Offer = {
  channel: 'SMS',
  maskedAddress: '0812••••1234',
  via: 'Telkomsel',
  live: true,
  withdrawn: false,
  health: 'GREEN',
  usualSeconds: 4,
  price: '0',
};
const mail: Offer = {
  ...sms,
  channel: 'EMAIL',
  maskedAddress: 'b••i@gmail.com',
  via: 'Gmail',
  usualSeconds: 12,
};

describe('the proposed way', () => {
  it('is none where nothing can be used', () => {
    expect(proposed([])).toBeUndefined();
    expect(proposed([{ ...sms, live: false }])).toBeUndefined();
  });
  it('never costs while a free one exists, however slow that one is (R71)', () => {
    const slow: Offer = { ...mail, health: 'RED', usualSeconds: 900 };
    expect(proposed([{ ...sms, price: '350' }, slow])?.channel).toBe('EMAIL');
  });
  it('is the priced one where it is the only one', () => {
    expect(
      proposed([
        { ...sms, price: '350' },
        { ...mail, live: false },
      ])?.channel,
    ).toBe('SMS');
  });
  it('is the healthier of two free ones, then the quicker', () => {
    expect(proposed([{ ...sms, health: 'AMBER' }, mail])?.channel).toBe('EMAIL');
    expect(proposed([mail, sms])?.channel).toBe('SMS');
    expect(proposed([{ ...sms, usualSeconds: null }, mail])?.channel).toBe('EMAIL');
    expect(
      proposed([
        { ...sms, usualSeconds: null },
        { ...mail, usualSeconds: null },
      ])?.channel,
    ).toBe('SMS');
  });
});

it('an offer is free only where its price is zero', () => {
  expect([isFree(sms), isFree({ ...sms, price: '350' }), isUsable(sms)]).toEqual([true, false, true]);
});

describe('a way that is in trouble', () => {
  const closed: Offer = { ...mail, health: 'CLOSED' };
  it('can be wished for, and is not proposed while another is free (R45)', () => {
    expect(isUsable(closed)).toBe(true);
    expect(proposed([closed, sms])?.channel).toBe('SMS');
    expect(proposed([closed])?.channel).toBe('EMAIL');
  });
  it.each([
    ['moves', [closed, sms]],
    ['offered', [closed, { ...sms, price: '350' }]],
    ['waits', [closed]],
    ['waits', [closed, { ...sms, live: false }]],
    ['waits', [closed, { ...sms, health: 'RED' as const }]],
    [null, [{ ...mail, health: 'AMBER' as const }, sms]],
  ])('%s', (outcome, offers) => {
    const [wished = mail] = offers;
    expect(outcomeOf(wished, offers)).toBe(outcome);
  });
});
