import { describe, expect, it } from 'vitest';
import { type AdviceFacts, judgeAdvice } from './judge-advice.ts';

type Message = AdviceFacts['messages'][number];
const mail: Message = { channel: 'EMAIL', state: 'LATE', laneRefuses: true, heldByUs: null, via: 'Gmail' };
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
    ['it waits for us, and only there', { ...mail, laneRefuses: false, heldByUs: 'not-sent' }, 'ours'],
    ['the address refused it', { ...mail, state: 'REFUSED', laneRefuses: false }, 'refused'],
  ] as const)('names the other channel where %s', (_, message, trouble) => {
    expect(judgeAdvice({ messages: [message], other, standsStill: false })).toEqual({
      via: 'Gmail',
      trouble,
    });
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
    ['nobody of ours sends anything', { messages: [mail], other, standsStill: true }],
  ] as [string, AdviceFacts][])('is not given where %s', (_, facts) => {
    expect(judgeAdvice({ ...{ standsStill: false }, ...facts })).toBeNull();
  });
});
