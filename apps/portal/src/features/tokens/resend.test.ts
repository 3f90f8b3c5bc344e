import { describe, expect, it } from 'vitest';
import { freeFirst, openingWays, resendOpens, resendWays } from './resend.ts';
import { queued } from './testing.ts';
import type { TokenMessage } from './token.ts';

const sms: TokenMessage = { ...queued, state: 'SENT_ON', usualSeconds: null };
const mail: TokenMessage = { ...sms, channel: 'EMAIL', via: 'Gmail', queuedAt: '2025-03-31T02:32:00Z' };
const prices = [
  { channel: 'SMS', via: 'Indosat', price: '400' },
  { channel: 'SMS', via: 'Telkomsel', price: '350' },
] as const;

describe('ways to send the code again', () => {
  it('name the price of this carrier, not of another (R71)', () => {
    expect(resendWays({ messages: [sms], purpose: 'SIGN_IN' }, prices)).toEqual([
      { channel: 'SMS', isOther: false, price: '350' },
    ]);
  });

  it('offer each channel once, the one used last first', () => {
    const again = { ...sms, queuedAt: '2025-03-31T02:31:30Z' };
    expect(resendWays({ messages: [sms, mail, again], purpose: 'SUBMIT_RETURN' }, prices)).toEqual([
      { channel: 'EMAIL', isOther: false, price: '0' },
      { channel: 'SMS', isOther: false, price: '350' },
    ]);
  });

  it('do not begin with the closed way that was only tried as well', () => {
    const tried = { ...sms, cause: 'PROBE' as const, queuedAt: '2025-03-31T02:32:01Z' };
    expect(resendWays({ messages: [mail, tried], purpose: 'SIGN_IN' }, prices)).toEqual([
      { channel: 'EMAIL', isOther: false, price: '0' },
    ]);
  });

  it('say "again", not "as well", of the way that was tried as well, where the caller offers it', () => {
    const tried = { ...mail, cause: 'PROBE' as const };
    const offers = [{ channel: 'EMAIL', via: 'Gmail', price: '0' }] as const;
    expect(resendWays({ messages: [sms, tried], purpose: 'SUBMIT_RETURN' }, prices, offers)).toEqual([
      { channel: 'SMS', isOther: false, price: '350' },
      { channel: 'EMAIL', isOther: false, price: '0' },
    ]);
  });

  it('leave out the address that refuses the code, and keep one whose carrier only gave an SMS up', () => {
    const refused: TokenMessage = { ...sms, state: 'REFUSED', refusedForGood: true };
    const token = { messages: [refused, mail], purpose: 'SIGN_IN' as const };
    expect(resendWays(token, prices).map(({ channel }) => channel)).toEqual(['EMAIL']);
    expect(resendWays({ ...token, messages: [refused] }, prices)).toEqual([]);
    expect(resendWays({ ...token, messages: [{ ...refused, refusedForGood: false }] }, prices)).toHaveLength(
      1,
    );
    const arrived: TokenMessage = { ...sms, state: 'DELIVERED', queuedAt: '2025-03-31T02:30:00Z' };
    expect(resendWays({ ...token, messages: [arrived, refused] }, prices)).toHaveLength(1);
  });

  it('add the other channel of a return with its price', () => {
    const offers = [{ channel: 'EMAIL', via: 'Gmail', price: '0' }] as const;
    expect(resendWays({ messages: [sms], purpose: 'SUBMIT_RETURN' }, prices, offers)).toEqual([
      { channel: 'SMS', isOther: false, price: '350' },
      { channel: 'EMAIL', isOther: true, price: '0' },
    ]);
  });

  it.each([{ waitsForUs: true }, { unheard: true }])('do not lead elsewhere while it is us: %o', (ours) => {
    const offers = [{ channel: 'EMAIL', via: 'Gmail', price: '0' }] as const;
    const token = { messages: [{ ...sms, ...ours }], purpose: 'SUBMIT_RETURN' as const };
    expect(resendWays(token, prices, offers).map(({ channel }) => channel)).toEqual(['SMS']);
  });

  it('begin with the free one where a window has passed, whatever was used last', () => {
    const free = { channel: 'EMAIL', isOther: true, price: '0' } as const;
    const priced = { channel: 'SMS', isOther: false, price: '350' } as const;
    expect(freeFirst([priced, free])).toEqual([free, priced]);
    expect(freeFirst([{ ...priced, price: null }, free])[0]).toEqual(free);
  });

  it('never lead a code that confirms an address to another address', () => {
    const offers = [{ channel: 'EMAIL', via: 'Gmail', price: '0' }] as const;
    expect(resendWays({ messages: [sms], purpose: 'CONFIRM_CHANNEL' }, [], offers)).toEqual([
      { channel: 'SMS', isOther: false, price: null },
    ]);
  });
});

describe('when asking again is worth it', () => {
  const now = Date.parse('2025-03-31T02:31:00Z');
  const endsAt = '2025-03-31T02:40:00Z';
  it.each([
    [null, 'now'],
    ['2025-03-31T02:30:59Z', 'now'],
    ['2025-03-31T02:31:00Z', 'now'],
    ['2025-03-31T02:32:00Z', now + 60_000],
    ['2025-03-31T02:40:00Z', 'never'],
    ['2025-03-31T03:00:00Z', 'never'],
  ])('resendAt %s: %s', (resendAt, opens) => {
    expect(resendOpens({ resendAt, endsAt }, now)).toBe(opens);
  });
});

describe('each way to ask again', () => {
  const now = Date.parse('2025-03-31T02:31:00Z');
  const endsAt = '2025-03-31T02:40:00Z';
  const ways = (['EMAIL', 'SMS'] as const).map((channel) => ({ channel, isOther: false, price: '0' }));
  const judged = (resendWays: Parameters<typeof openingWays>[0]['resendWays']) =>
    openingWays({ resendWays, endsAt }, ways, now).map(({ channel, opens }) => [channel, opens]);

  it('opens at its own time, whatever holds for the other one (R71, R72)', () => {
    const later = '2025-03-31T02:32:00Z';
    expect(
      judged([
        { channel: 'SMS', at: later },
        { channel: 'EMAIL', at: null },
      ]),
    ).toEqual([
      ['EMAIL', 'now'],
      ['SMS', now + 60_000],
    ]);
    expect(
      judged([
        { channel: 'EMAIL', at: later },
        { channel: 'SMS', at: endsAt },
      ]),
    ).toEqual([
      ['EMAIL', now + 60_000],
      ['SMS', 'never'],
    ]);
  });

  it('is left out where asking by it would not help, unless nothing else is left', () => {
    expect(judged([{ channel: 'SMS', at: null }])).toEqual([['SMS', 'now']]);
    expect(judged([])).toEqual([
      ['EMAIL', 'now'],
      ['SMS', 'now'],
    ]);
  });
});
