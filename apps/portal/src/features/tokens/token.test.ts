import { describe, expect, it } from 'vitest';
import { queued, sentOn } from './testing.ts';
import { inHand, sendingsOf, sentByItself, type TokenMessage, troubleOf } from './token.ts';

describe('messages by address', () => {
  it('show the newest of each address, in the order the addresses were used', () => {
    const again: TokenMessage = { ...queued, cause: 'ASKED_AGAIN', queuedAt: '2025-03-31T02:33:00Z' };
    const mail: TokenMessage = {
      ...queued,
      channel: 'EMAIL',
      maskedAddress: 'b••i@gmail.com',
      queuedAt: '2025-03-31T02:32:00Z',
    };
    expect(sendingsOf([again, mail, queued])).toEqual([
      { key: 'SMS 0812••••1234', shown: again, others: [queued] },
      { key: 'EMAIL b••i@gmail.com', shown: mail, others: [] },
    ]);
  });

  it('show the one that arrived after all, not the one that we sent once more ourselves', () => {
    const arrived: TokenMessage = { ...sentOn, state: 'DELIVERED' };
    const own: TokenMessage = { ...queued, cause: 'FAILOVER', queuedAt: '2025-03-31T02:31:20Z' };
    expect(sendingsOf([arrived, own])).toEqual([{ key: 'SMS 0812••••1234', shown: arrived, others: [own] }]);
    expect(sendingsOf([sentOn, own])).toEqual([{ key: 'SMS 0812••••1234', shown: own, others: [sentOn] }]);
  });

  it('show what was only tried as well behind what serves', () => {
    const tried: TokenMessage = { ...queued, cause: 'PROBE' };
    const mail: TokenMessage = { ...queued, channel: 'EMAIL', queuedAt: '2025-03-31T02:31:00.001Z' };
    expect(sendingsOf([tried, mail]).map(({ shown }) => shown)).toEqual([mail, tried]);
  });

  it('are none before the first is queued', () => {
    expect(sendingsOf([])).toEqual([]);
  });
});

it('a lane is marked only where it does not do well', () => {
  const of = (health: TokenMessage['health']) => troubleOf({ ...queued, health });
  expect([of('GREEN'), of('UNKNOWN'), of('AMBER'), of('CLOSED')]).toEqual([null, null, 'AMBER', 'CLOSED']);
});

it('what we sent by another channel ourselves is told, and what need not be waited for', () => {
  const mail: TokenMessage = { ...queued, channel: 'EMAIL', state: 'LATE' };
  const own: TokenMessage = { ...sentOn, cause: 'FAILOVER' };
  const told = (slower: TokenMessage) => sentByItself({ messages: [slower, own] })?.slower;
  expect(sentByItself({ messages: [mail, own] })?.channel).toBe('SMS');
  expect(told(mail)).toEqual({ channel: 'EMAIL', is: 'waiting' });
  // Taken after all: "has not been accepted" would contradict the line of stations beside it.
  expect(told({ ...mail, state: 'SENT_ON', sentOnAt: '2025-03-31T02:32:00Z' })?.is).toBe('handedOver');
  expect(told({ ...mail, state: 'REFUSED' })?.is).toBe('refused');
  expect(sentByItself({ messages: [sentOn, own] })).toBeNull();
  expect(sentByItself({ messages: [mail, { ...own, cause: 'ASKED_AGAIN' }] })).toBeNull();
  // Asked again since: what comes of that is the news, and this would hide it.
  const again: TokenMessage = { ...own, cause: 'ASKED_AGAIN', queuedAt: '2025-03-31T02:45:00Z' };
  expect(sentByItself({ messages: [mail, own, again] })).toBeNull();
  // Refused there as well: that it cannot get there but went another way would be no comfort.
  expect(
    sentByItself({
      messages: [
        { ...mail, state: 'REFUSED' },
        { ...own, state: 'REFUSED' },
      ],
    }),
  ).toBeNull();
});

it('"not yet" is said of what a carrier has, and of nothing else', () => {
  const delivered: TokenMessage = { ...sentOn, state: 'DELIVERED', deliveredAt: '2025-03-31T02:31:06Z' };
  const late: TokenMessage = { ...sentOn, state: 'LATE', via: 'Gmail' };
  const refused: TokenMessage = { ...sentOn, state: 'REFUSED' };
  expect(inHand({ messages: [queued, sentOn, late, delivered, refused] })).toEqual([sentOn, late]);
});
