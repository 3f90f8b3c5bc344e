import { describe, expect, it } from 'vitest';
import { type AdviceFacts, judgeAdvice } from './judge-advice.ts';

type Message = AdviceFacts['messages'][number];
const mail: Message = { channel: 'EMAIL', state: 'LATE', laneRefuses: true, via: 'Gmail' };
const other = { channel: 'SMS', inOrder: true } as const;

describe('advice', () => {
  it.each([
    ['the provider refuses us', mail, 'refusing'],
    [
      'the provider refuses us and the message waits',
      { ...mail, state: 'QUEUED', laneRefuses: true },
      'refusing',
    ],
    ['it is late', { ...mail, laneRefuses: false }, 'slow'],
    ['the address refused it', { ...mail, state: 'REFUSED', laneRefuses: false }, 'refused'],
  ] as const)('names the other channel where %s', (_, message, trouble) => {
    expect(judgeAdvice({ messages: [message], other })).toEqual({ via: 'Gmail', trouble });
  });

  it.each([
    ['nothing was sent', { messages: [], other }],
    ['it gets on', { messages: [{ ...mail, state: 'SENT_ON' }], other }],
    [
      'an earlier message still gets on',
      { messages: [{ ...mail, state: 'QUEUED', laneRefuses: false }, mail], other },
    ],
    ['it goes by the other channel already', { messages: [mail, { ...mail, channel: 'SMS' }], other }],
    ['there is no other channel', { messages: [mail], other: null }],
    ['the other lane is in trouble too', { messages: [mail], other: { ...other, inOrder: false } }],
  ] as [string, AdviceFacts][])('is not given where %s', (_, facts) => {
    expect(judgeAdvice(facts)).toBeNull();
  });
});
