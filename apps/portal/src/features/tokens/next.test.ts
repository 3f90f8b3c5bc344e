import { describe, expect, it } from 'vitest';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';
import { nextOf } from './next.ts';
import { queued, sentOn } from './testing.ts';
import { isUnreachable, type TokenMessage } from './token.ts';

const OTHER_CHANNEL = /saluran|other channel/i;

describe('what to do next', () => {
  const mail: TokenMessage = { ...queued, channel: 'EMAIL', via: 'Gmail', queuedAt: '2025-03-31T02:30:58Z' };
  it.each([
    [
      'enter what has arrived',
      [mail, { ...sentOn, state: 'DELIVERED' as const }],
      { do: 'enter', channel: 'SMS' },
    ],
    [
      'look into the mailbox that took it',
      [{ ...mail, state: 'SENT_ON' as const }],
      { do: 'lookIn', channel: 'EMAIL' },
    ],
    ['wait for what gets on', [{ ...mail, state: 'LATE' as const }, sentOn], { do: 'wait', channel: 'SMS' }],
    [
      'look for what the carrier has and says nothing of',
      [{ ...sentOn, state: 'LATE' as const }],
      { do: 'silent', channel: 'SMS' },
    ],
    [
      'stay where nobody has taken it',
      [{ ...mail, state: 'LATE' as const }],
      { do: 'stay', channel: 'EMAIL' },
    ],
    [
      'check the address that refused it',
      [{ ...mail, state: 'REFUSED' as const, refusedForGood: true }],
      { do: 'check', channel: 'EMAIL' },
    ],
    [
      'ask later where both were refused, and nothing is wrong with the last of them',
      [
        { ...mail, state: 'REFUSED' as const, refusedForGood: true },
        { ...queued, state: 'REFUSED' as const },
      ],
      { do: 'later', channel: 'SMS' },
    ],
  ])('is to %s', (_, messages, next) => {
    expect(nextOf({ messages, advice: null }, false)).toEqual(next);
  });

  it('is to use the other channel only where that is advised, and not where it must be confirmed first', () => {
    const messages = [{ ...mail, state: 'REFUSED' as const, refusedForGood: true }];
    const advice = { channel: 'SMS' as const, reason: 'Pakai SMS: gratis.', confirm: false, price: '0' };
    expect(nextOf({ messages, advice }, false)?.do).toBe('elsewhere');
    expect(nextOf({ messages, advice: { ...advice, confirm: true } }, false)?.do).toBe('check');
    expect(nextOf({ messages: [...messages, sentOn], advice }, false)?.do).toBe('wait');
  });

  it.each([id, en])('names the other channel in no other words than those', ({ next, detail }) => {
    const { elsewhere, ...others } = next;
    const said = (texts: Record<string, (ref: string) => string>) =>
      Object.values(texts).map((text) => text('A7'));
    expect(said(elsewhere).every((text) => OTHER_CHANNEL.test(text))).toBe(true);
    const all = [...Object.values(others).flatMap(said), ...Object.values(detail.refused)];
    expect(all.filter((text) => OTHER_CHANNEL.test(text))).toEqual([]);
  });

  it('is to ask again only where the button beside it can be pressed', () => {
    const silent = { messages: [{ ...sentOn, state: 'LATE' as const }], advice: null };
    expect(nextOf(silent, true)).toEqual({ do: 'askAgain', channel: 'SMS' });
    expect(nextOf({ messages: [sentOn], advice: null }, true)).toEqual({ do: 'wait', channel: 'SMS' });
  });

  it('is to enter what the person says has come, by whichever way, where two are still on theirs', () => {
    const two = { messages: [sentOn, { ...mail, state: 'SENT_ON' as const }], advice: null };
    expect(nextOf(two, true, true)?.do).toBe('arrived');
    expect(nextOf(two, true, false)?.do).toBe('lookIn');
    const known = [sentOn, { ...mail, state: 'DELIVERED' as const }];
    expect(nextOf({ messages: known, advice: null }, true, true)).toEqual({ do: 'enter', channel: 'EMAIL' });
    for (const { next } of [id, en]) expect(next.arrived.SMS('A7')).toMatch(/A7.*(di sini|here)/);
  });

  it('is to check both where both were refused for good', () => {
    const refused = { state: 'REFUSED' as const, refusedForGood: true };
    const messages = [
      { ...queued, ...refused },
      { ...mail, ...refused },
    ];
    expect(nextOf({ messages, advice: null }, true)?.do).toBe('checkBoth');
    expect(isUnreachable({ messages })).toBe(true);
    expect(isUnreachable({ messages: [{ ...queued, ...refused }, mail] })).toBe(false);
    expect(isUnreachable({ messages: [] })).toBe(false);
    expect(id.next.checkBoth.EMAIL()).toMatch(/nomor dan alamatnya/);
    expect(en.next.checkBoth.EMAIL()).toMatch(/the number and the address/);
  });

  it('is nothing where nothing is on its way', () => {
    expect(nextOf({ messages: [{ ...queued, state: 'DROPPED' }], advice: null }, true)).toBeNull();
  });
});
