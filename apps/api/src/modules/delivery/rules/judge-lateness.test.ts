import { describe, expect, it } from 'vitest';
import { judgeLateness } from './judge-lateness.ts';

const START = Date.UTC(2026, 2, 31, 2);
const at = (seconds: number) => new Date(START + seconds * 1000);
const sms = {
  channel: 'SMS',
  state: 'SENT_ON',
  queuedAt: at(-100),
  sentOnAt: at(0),
  p95Seconds: 20,
} as const;
const mail = { ...sms, channel: 'EMAIL', state: 'QUEUED', sentOnAt: null, queuedAt: at(0) } as const;

describe('a message is late', () => {
  it.each([
    ['at 1.5 times what 95 of 100 take', 20, 30],
    ['at 15 s where the lane is quick', 4, 15],
    ['at 60 s where the lane is slow', 600, 60],
    ['at 30 s where too little is known of the carriers', null, 30],
  ])('%s', (_, p95Seconds, patience) => {
    expect(judgeLateness({ ...sms, p95Seconds }, at(patience))).toBe('SENT_ON');
    expect(judgeLateness({ ...sms, p95Seconds }, at(patience + 0.001))).toBe('LATE');
  });

  it('at 45 s where too little is known of the mail provider', () => {
    expect(judgeLateness({ ...mail, p95Seconds: null }, at(45))).toBe('QUEUED');
    expect(judgeLateness({ ...mail, p95Seconds: null }, at(46))).toBe('LATE');
  });

  it('while it waits in the queue, counted from when it was queued', () => {
    expect(judgeLateness({ ...sms, state: 'QUEUED', sentOnAt: null }, at(0))).toBe('LATE');
  });

  it('never after the mail provider took it: that is the last we hear of mail', () => {
    expect(judgeLateness({ ...mail, state: 'SENT_ON', sentOnAt: at(0) }, at(9_999))).toBe('SENT_ON');
  });

  it.each(['DELIVERED', 'REFUSED', 'DROPPED'])('never once it has ended (%s)', (state) => {
    expect(judgeLateness({ ...sms, state }, at(9_999))).toBe(state);
  });
});
