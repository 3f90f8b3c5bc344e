import { describe, expect, it } from 'vitest';
import { judgeResend, type ResendFacts } from './judge-resend.ts';

const LIMITS = { resendSeconds: [60, 120, 240], sends: 4, messages: 6, smsPerNumberHour: 3 };
const START = Date.UTC(2026, 2, 31, 2);
const at = (seconds: number) => new Date(START + seconds * 1000);
type Message = ResendFacts['messages'][number];

const sms = (queuedAt: number, state: Message['state'] = 'SENT_ON'): Message => ({
  ...{ channel: 'SMS' as const, state, queuedAt: at(queuedAt), usualSeconds: 7, heldByUs: null },
  ...{ sentOnAt: at(queuedAt), refusal: state === 'REFUSED' ? 'ADDRESS' : null },
});
const turnedAway = (queuedAt: number): Message => ({ ...sms(queuedAt, 'REFUSED'), sentOnAt: null });
const facts = (messages: Message[], more: Partial<ResendFacts> = {}): ResendFacts => ({
  ...{
    channel: 'SMS',
    laneLive: true,
    laneRefuses: false,
    standsStill: false,
    otherChannel: 'EMAIL',
    messages,
    sends: messages.length,
  },
  ...{ validUntil: null, endsAt: at(5400), smsToNumber: [], ...more },
});
const judge = (messages: Message[], now: number, more: Partial<ResendFacts> = {}) =>
  judgeResend(facts(messages, more), LIMITS, at(now));

describe('asking again', () => {
  it('would not help on a lane that is not live, and says what would (R71)', () => {
    expect(judge([sms(0)], 999, { laneLive: false })).toEqual({
      ...{ verdict: 'would-not-help', advice: 'EMAIL', until: null },
    });
    expect(judge([sms(0)], 999, { laneLive: false, otherChannel: null })).toEqual({
      ...{ verdict: 'would-not-help', advice: null, until: null },
    });
  });

  it('would not help while nobody of ours sends: no other way is named, and a time to look again is', () => {
    expect(judge([sms(0, 'QUEUED')], 999, { standsStill: true })).toEqual({
      ...{ verdict: 'would-not-help', advice: null, until: at(960 + 120), ours: true },
    });
  });

  it('would not help where the last one has not left us, and says what would', () => {
    const held = { ...sms(0, 'LATE'), heldByUs: 'not-sent' as const };
    expect(judge([held], 999)).toEqual({
      ...{ verdict: 'would-not-help', advice: 'EMAIL', until: at(960 + 120), ours: true },
    });
  });

  it('would not help on a lane that refuses us: it says what would, and when to look again (R71, R74)', () => {
    expect(judge([sms(0)], 999, { laneRefuses: true })).toEqual({
      ...{ verdict: 'would-not-help', advice: 'EMAIL', until: at(960 + 120) },
    });
    expect(judge([], 5_399, { laneRefuses: true, otherChannel: null })).toEqual({
      ...{ verdict: 'would-not-help', advice: null, until: at(5_400) },
    });
  });

  it('would not help while the last one still waits to be taken: both would be sent in the end, and paid for (R71)', () => {
    const waiting = (state: Message['state']): Message => ({ ...sms(0, state), sentOnAt: null });
    const inVain = { verdict: 'would-not-help', advice: 'EMAIL' };
    expect(judge([waiting('QUEUED')], 59)).toMatchObject({ verdict: 'on-its-way', until: at(60) });
    expect(judge([waiting('QUEUED')], 60)).toEqual({ ...inVain, until: at(60 + 120) });
    expect(judge([waiting('LATE')], 31)).toEqual({ ...inVain, until: at(120) });
    expect(judge([waiting('LATE')], 999)).toEqual({ ...inVain, until: at(960 + 120) });
    expect(judge([sms(0, 'LATE')], 999)).toEqual({ verdict: 'sent' });
  });

  it('is worth it beside one that waits where the window has passed: an earlier message counts again', () => {
    const both = [sms(0), { ...sms(300, 'LATE'), sentOnAt: null }];
    expect(judge(both, 999, { validUntil: at(1000) })).toMatchObject({ verdict: 'would-not-help' });
    expect(judge(both, 1000, { validUntil: at(1000) })).toEqual({ verdict: 'sent' });
  });

  it('would not help where the address was refused, whether or not there is another way', () => {
    const refused = { verdict: 'would-not-help', until: null, refused: true };
    expect(judge([turnedAway(0)], 599)).toEqual({ ...refused, advice: 'EMAIL' });
    expect(judge([turnedAway(0)], 599, { otherChannel: null })).toEqual({ ...refused, advice: null });
    const bounced = { ...sms(0, 'REFUSED'), channel: 'EMAIL' as const };
    const onlyMail = { channel: 'EMAIL', otherChannel: null } as const;
    expect(judge([bounced], 599, onlyMail)).toEqual({ ...refused, advice: null });
    expect(judge([{ ...bounced, refusal: 'PROVIDER' }], 599, onlyMail)).toEqual({ verdict: 'sent' });
    // Mailboxes come back, and a code can live for a day.
    expect(judge([turnedAway(0)], 600, { otherChannel: null })).toEqual({ verdict: 'sent' });
  });

  it('is worth it soon where the mailbox was full: its owner can empty it', () => {
    const full = { ...turnedAway(0), channel: 'EMAIL' as const, refusal: 'FULL' as const };
    const onlyMail = { channel: 'EMAIL', otherChannel: null } as const;
    expect(judge([full], 59, onlyMail)).toMatchObject({ verdict: 'too-soon', until: at(60) });
    expect(judge([full], 60, onlyMail)).toEqual({ verdict: 'sent' });
  });

  it('would not help where the carrier refused every message and another way is open', () => {
    const refused = [sms(0, 'REFUSED'), sms(60, 'REFUSED')];
    expect(judge(refused, 999)).toEqual({
      ...{ verdict: 'would-not-help', advice: 'EMAIL', until: null },
    });
  });

  it('is not advised to go where everything was refused as well: two that refuse do not point at each other', () => {
    const mail = { ...turnedAway(0), channel: 'EMAIL' as const };
    const both = [mail, turnedAway(30)];
    const inVain = { verdict: 'would-not-help', advice: null, until: null, refused: true };
    expect(judge(both, 599)).toEqual(inVain);
    expect(judge(both, 599, { channel: 'EMAIL', otherChannel: 'SMS' })).toEqual(inVain);
    expect(judge(both, 599, { laneLive: false })).toMatchObject({ advice: null });
    expect(judge(both, 599, { laneRefuses: true })).toMatchObject({ advice: null, until: at(540 + 120) });
    expect(judge([{ ...mail, state: 'SENT_ON' }, turnedAway(30)], 599)).toMatchObject({ advice: 'EMAIL' });
  });

  it('is worth it later where both carriers refused the message, and nothing is wrong with either address', () => {
    const both = [
      { ...turnedAway(0), channel: 'EMAIL' as const, refusal: 'MESSAGE' as const },
      { ...turnedAway(30), refusal: 'MESSAGE' as const },
    ];
    expect(judge(both, 149)).toEqual({ verdict: 'too-soon', until: at(150) });
    expect(judge(both, 150)).toEqual({ verdict: 'sent' });
  });

  it('goes on after a carrier gave an SMS up where there is no other way, at the usual pace', () => {
    expect(judge([sms(0, 'REFUSED')], 59, { otherChannel: null })).toEqual({
      verdict: 'too-soon',
      until: at(60),
    });
    expect(judge([sms(0, 'REFUSED')], 60, { otherChannel: null })).toEqual({ verdict: 'sent' });
  });

  it('goes on after a refusal that was not the only answer', () => {
    expect(judge([sms(0, 'DELIVERED'), sms(60, 'REFUSED')], 300)).toEqual({ verdict: 'sent' });
  });

  it.each(['QUEUED', 'SENT_ON', 'LATE'] as const)(
    'waits for a message on its way (%s) and says the usual time (R72)',
    (state) => {
      expect(judge([sms(0, state)], 59)).toEqual({ verdict: 'on-its-way', until: at(60), usualSeconds: 7 });
    },
  );

  it('right after one arrived is too soon (R72)', () => {
    expect(judge([sms(0, 'DELIVERED')], 5)).toEqual({ verdict: 'too-soon', until: at(60) });
  });

  it.each([
    [1, 60],
    [2, 120],
    [3, 240],
  ])('after send %i waits %i s, to the moment', (sends, seconds) => {
    const messages = Array.from({ length: sends }, () => sms(0, 'DELIVERED'));
    expect(judge(messages, seconds - 0.001)).toEqual({ verdict: 'too-soon', until: at(seconds) });
    expect(judge(messages, seconds)).toEqual({ verdict: 'sent' });
  });

  it('counts the wait from the last message on that channel', () => {
    const messages = [sms(0, 'DELIVERED'), { ...sms(50, 'DELIVERED'), channel: 'EMAIL' as const }];
    expect(judge(messages, 119)).toEqual({ verdict: 'too-soon', until: at(120) });
    expect(judge(messages, 120)).toEqual({ verdict: 'sent' });
  });

  it('on a channel that was not used yet sends at once', () => {
    expect(judge([{ ...sms(0), channel: 'EMAIL' }], 1)).toEqual({ verdict: 'sent' });
  });

  it('is capped at 4 sends until the token ends', () => {
    const four = [sms(0), sms(60), sms(180), sms(420)];
    expect(judge(four, 5000)).toEqual({ verdict: 'capped', until: at(5400), advice: null });
  });

  it('is capped at 6 messages in all, failovers counted', () => {
    const six = [sms(0), sms(10), sms(20), sms(30), sms(40), sms(50)];
    expect(judge(six, 5000, { sends: 2 })).toEqual({ verdict: 'capped', until: at(5400), advice: null });
    expect(judge(six.slice(1), 5000, { sends: 2 })).toEqual({ verdict: 'sent' });
  });

  it('is capped at 3 SMS an hour to a number until the first of the three is an hour old', () => {
    const smsToNumber = [at(-3000), at(-2000), at(0)];
    expect(judge([sms(0)], 100, { smsToNumber })).toEqual({
      ...{ verdict: 'capped', until: at(600) },
      advice: 'EMAIL',
    });
  });

  it('names no other way beside a number that had its SMS where there is none, or it was used', () => {
    const smsToNumber = [at(-3000), at(-2000), at(0)];
    const capped = { verdict: 'capped', until: at(600), advice: null };
    expect(judge([sms(0)], 100, { smsToNumber, otherChannel: null })).toEqual(capped);
    const both = [sms(0), { ...sms(30), channel: 'EMAIL' as const }];
    expect(judge(both, 100, { smsToNumber })).toEqual(capped);
  });

  it('is capped until fewer than 3 are left in the hour where more were sent', () => {
    const smsToNumber = [at(-3000), at(-2400), at(-2000), at(0)];
    expect(judge([sms(0)], 100, { smsToNumber })).toEqual({
      ...{ verdict: 'capped', until: at(1200) },
      advice: 'EMAIL',
    });
  });

  it('by mail is not bound by what the number got', () => {
    const messages = [{ ...sms(0, 'DELIVERED'), channel: 'EMAIL' as const }];
    const smsToNumber = [at(-30), at(-20), at(-10)];
    expect(judge(messages, 100, { channel: 'EMAIL', otherChannel: 'SMS', smsToNumber })).toEqual({
      verdict: 'sent',
    });
  });
});
