import { expect, it } from 'vitest';
import { causeOf, moveOf } from './moves.ts';
import { at, event, mail, sentOn, sms } from './testing.ts';

const own = sms({ cause: 'FAILOVER', queuedAt: at('31:02') });
const held = mail({
  timeline: [
    event('QUEUED', '30:58'),
    event('DEFERRED', '31:00', { route: 'mail-1', reply: '421-4.7.28 unusual rate' }),
    event('DEFERRED', '31:20', { route: 'mail-1', reply: '421 4.4.2 timeout' }),
  ],
});

it('a code that we moved ourselves says why, by what was known then (R46, R110)', () => {
  expect(moveOf({ messages: [held, own] })).toEqual({
    to: own,
    cause: { via: 'Gmail', how: 'postponed', reason: 'tooFast' },
  });
});

it('a refusal and silence are told apart', () => {
  const reply = { route: 'mail-1', reply: '550 5.1.1 no such user' };
  const refused = mail({ timeline: [event('QUEUED', '30:58'), event('REFUSED', '31:00', reply)] });
  expect(causeOf(own, [refused, own])).toEqual({ via: 'Gmail', how: 'refused', reason: 'unknownAddress' });
  const silent = sentOn({
    queuedAt: at('30:00'),
    timeline: [event('SENT_ON', '30:01', { reply: 'ESME_ROK' })],
  });
  expect(causeOf(own, [silent, own])).toEqual({ via: 'Telkomsel', how: 'silent', reason: null });
});

it('what was asked for, or had arrived before, is no cause', () => {
  expect(moveOf({ messages: [held, sms({ cause: 'ASKED_AGAIN' })] })).toBeNull();
  expect(causeOf(own, [mail({ state: 'DELIVERED', deliveredAt: at('31:00') }), own])).toBeNull();
});
