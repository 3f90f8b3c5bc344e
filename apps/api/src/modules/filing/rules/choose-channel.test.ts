import { describe, expect, it } from 'vitest';
import { type ChannelFacts, chooseChannel } from './choose-channel.ts';

const sms: ChannelFacts = { channel: 'SMS', live: true, inOrder: true, price: 0n, p95Seconds: 20 };
const mail: ChannelFacts = { channel: 'EMAIL', live: true, inOrder: true, price: 0n, p95Seconds: 30 };

describe('the channel for a code', () => {
  it('is none where the person has none, or none that is live', () => {
    expect(chooseChannel([], null)).toBeUndefined();
    expect(chooseChannel([{ ...sms, live: false }], null)).toBeUndefined();
    expect(chooseChannel([mail], 'SMS')).toBeUndefined();
  });

  it('is the one wished for, also where it is slower or costs', () => {
    expect(chooseChannel([sms, mail], 'EMAIL')).toBe(mail);
    const priced = { ...sms, price: 350n };
    expect(chooseChannel([priced, mail], 'SMS')).toBe(priced);
  });

  it('is a free one before a quicker one that costs (R71)', () => {
    expect(chooseChannel([{ ...sms, price: 350n }, mail], null)).toBe(mail);
  });

  it('is the quicker of two free ones, today', () => {
    expect(chooseChannel([mail, sms], null)).toBe(sms);
    expect(chooseChannel([{ ...sms, p95Seconds: 600 }, mail], null)).toBe(mail);
  });

  it('is one in order before a quicker one whose lane is in trouble', () => {
    expect(chooseChannel([{ ...sms, inOrder: false }, mail], null)).toBe(mail);
    expect(chooseChannel([{ ...sms, inOrder: false }], null)).toMatchObject({ channel: 'SMS' });
  });

  it('is what is left where one carrier is not live yet (R37)', () => {
    expect(chooseChannel([{ ...sms, live: false }, mail], null)).toBe(mail);
  });
});
