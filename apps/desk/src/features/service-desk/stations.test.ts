import { describe, expect, it } from 'vitest';
import { stationsOf } from './stations.ts';
import { at, delivered, event, mail, sentOn, sms, token } from './testing.ts';
import { type DeskToken, split } from './token.ts';

const line = (facts: Partial<DeskToken>, now = at('31:20')) =>
  stationsOf(token(facts), now).map(({ state, what, at: time, reply, times }) =>
    [
      `${state}: ${what.is}`,
      ...('message' in what ? [what.message.channel] : []),
      ...(time ? [time.slice(14, 19)] : []),
      ...(reply ? [`"${reply}"`] : []),
      ...(times > 1 ? [`x${times}`] : []),
    ].join(' '),
  );

const throttled = { route: 'mail-1', reply: '421-4.7.28 unusual rate' };

describe('the line of a code', () => {
  it('has every message in the order in which things happened (R110)', () => {
    const slow = mail({ timeline: [event('QUEUED', '30:58'), event('DEFERRED', '31:00', throttled)] });
    const fast = delivered({
      cause: 'FAILOVER',
      timeline: [
        event('QUEUED', '31:02'),
        event('SENT_ON', '31:03', { route: 'sms-1', reply: 'ESME_ROK' }),
        event('DELIVERED', '31:06', { route: 'sms-1', reply: 'delivered' }),
      ],
    });
    expect(line({ messages: [slow, fast] })).toEqual([
      'done: asked EMAIL 30:58',
      'held: postponed EMAIL 31:00 "421-4.7.28 unusual rate"',
      'done: asked SMS 31:02',
      'done: accepted SMS 31:03 "ESME_ROK"',
      'arrived: arrived SMS 31:06 "delivered"',
      'now: waiting EMAIL',
      'ahead: notEntered',
    ]);
  });

  it('counts a carrier that says the same again in place of repeating it', () => {
    const timeline = [
      event('QUEUED', '30:58'),
      event('DEFERRED', '31:00', throttled),
      event('DEFERRED', '31:04', throttled),
      event('DEFERRED', '31:12', throttled),
      event('DEFERRED', '31:28', { route: 'mail-1', reply: '421 4.4.2 timeout' }),
    ];
    const stations = stationsOf(token({ messages: [mail({ timeline, state: 'LATE' })] }), at('31:40'));
    expect(stations[1]).toMatchObject({ times: 3, at: at('31:00'), last: at('31:12'), reason: 'tooFast' });
    expect(stations[2]).toMatchObject({ times: 1, last: null, reason: 'connection' });
    expect(stations[3]).toMatchObject({ state: 'late', what: { is: 'waiting', seconds: 42 } });
  });

  it('tells a refusal by the carrier from one behind it', () => {
    const refusal = event('REFUSED', '31:03', { route: 'sms-1', reply: 'ESME_RINVDSTADR (0x0b)' });
    const timeline = [event('QUEUED', '31:00'), refusal];
    expect(line({ messages: [sms({ state: 'REFUSED', timeline })] })[1]).toContain('refused: refused SMS');
    expect(line({ messages: [sentOn({ state: 'REFUSED', timeline })] })[1]).toContain(
      'refused: unreachable SMS',
    );
  });

  it('says when an arrival was reported and not receipted', () => {
    const timeline = [event('QUEUED', '31:00'), event('DELIVERED', '31:30', { reply: 'reported' })];
    const [, arrived] = stationsOf(token({ messages: [delivered({ timeline })] }), at('31:40'));
    expect(arrived?.what).toMatchObject({ is: 'arrived', seconds: 30, reported: true });
  });

  it('stops following messages when the code counts no longer', () => {
    expect(line({ state: 'VERIFIED', attemptsUsed: 1, messages: [sms()] })).toEqual([
      'done: asked SMS 31:00',
      'arrived: entered',
    ]);
  });

  it.each([
    [{ attemptsUsed: 2 }, 'held: wrong'],
    [{ state: 'LOCKED', endedAt: at('35:00') }, 'refused: locked 35:00'],
    [{ state: 'CANCELLED' }, 'ahead: replaced'],
    [{ state: 'EXPIRED', validUntil: at('41:06') }, 'refused: lapsed 41:06'],
    [{ state: 'EXPIRED' }, 'refused: lapsed 00:58'],
  ] as const)('ends with what became of the code: %o', (facts, end) => {
    expect(line({ ...facts, messages: [] })).toEqual([end]);
  });
});

describe('what the call is about', () => {
  const open = token({ reference: 'B2' });
  const done = token({ reference: 'C3', state: 'VERIFIED' });
  const old = token({ reference: 'D4', state: 'EXPIRED' });

  it('is every code that still counts', () => {
    expect(split([done, open, old])).toEqual({ current: [open], earlier: [done, old] });
  });

  it('is the newest where none does', () => {
    expect(split([done, old])).toEqual({ current: [done], earlier: [old] });
  });

  it('is nothing where nothing was asked for', () => {
    expect(split([])).toEqual({ current: [], earlier: [] });
  });
});
