import { describe, expect, it } from 'vitest';
import { type IssueFacts, judgeIssue } from './judge-issue.ts';

const LIMITS = { perHour: 6, perDay: 20, consecutiveWrong: 100, smsPerNumberHour: 3 };
const at = (minute: number) => new Date(Date.UTC(2026, 2, 31, 2, minute));
const NOW = at(0);
const FREE: IssueFacts = {
  ...{ tokensLastHour: 0, tokensLastDay: 0, oldestInHour: null, oldestInDay: null, consecutiveWrong: 0 },
  ...{ smsToNumber: [], laneLive: true, channel: 'SMS', price: 0n, acceptPrice: null },
};
const judge = (more: Partial<IssueFacts>) => judgeIssue({ ...FREE, ...more }, LIMITS, NOW);
const full = { why: 'full number' };
const limited = (until: Date) => ({ verdict: 'refuse', code: 'RATE_LIMITED', until });

describe('issuing a token', () => {
  it('is refused after 100 wrong codes in a row, without a time after which it works again', () => {
    expect(judge({ consecutiveWrong: 100 })).toEqual({
      verdict: 'refuse',
      code: 'TOKEN_LOCKED',
      until: null,
    });
    expect(judge({ consecutiveWrong: 99 })).toEqual({ verdict: 'issue' });
  });

  it('is refused to a carrier that is not live (R37)', () => {
    expect(judge({ laneLive: false })).toMatchObject({ code: 'CHANNEL_UNUSABLE' });
  });

  it.each([null, 0n, 349n, 351n])(
    'is refused while the price is not accepted exactly (%s) (R71)',
    (acceptPrice) => {
      expect(judge({ price: 350n, acceptPrice })).toMatchObject({ code: 'PRICE_NOT_ACCEPTED' });
    },
  );

  it('takes the accepted price', () => {
    expect(judge({ price: 350n, acceptPrice: 350n })).toEqual({ verdict: 'issue' });
  });

  it('waits at 6 an hour until the first of them is an hour old', () => {
    expect(
      judge({ tokensLastHour: 6, tokensLastDay: 6, oldestInHour: at(-40), oldestInDay: at(-40) }),
    ).toEqual(limited(at(20)));
    expect(judge({ tokensLastHour: 5, tokensLastDay: 5 })).toEqual({ verdict: 'issue' });
  });

  it('waits at 20 a day until the first of them is a day old', () => {
    const oldestInDay = at(-23 * 60);
    expect(judge({ tokensLastDay: 20, tokensLastHour: 1, oldestInHour: at(-1), oldestInDay })).toEqual(
      limited(at(60)),
    );
  });

  it('waits for the later of two caps, not for the one that ends first', () => {
    const day = { tokensLastDay: 20, oldestInDay: at(-24 * 60 + 5) };
    expect(judge({ ...day, tokensLastHour: 6, oldestInHour: at(-10) })).toEqual(limited(at(50)));
  });

  it('waits at 3 SMS an hour to a number until the first of these is an hour old, whoever asked for them', () => {
    expect(judge({ smsToNumber: [at(-50), at(-20), at(-1)] })).toEqual({ ...limited(at(10)), ...full });
    const own = { tokensLastHour: 1, tokensLastDay: 1, oldestInHour: at(-1), oldestInDay: at(-1) };
    expect(judge({ ...own, smsToNumber: [at(-50), at(-20), at(-1)] })).toEqual({
      ...limited(at(10)),
      ...full,
    });
  });

  it('by mail asks nothing of the number', () => {
    expect(judge({ channel: 'EMAIL', smsToNumber: [at(-3), at(-2), at(-1)] })).toEqual({ verdict: 'issue' });
  });
});
