export type IssueFacts = {
  tokensLastHour: number;
  tokensLastDay: number;
  oldestInHour: Date | null;
  oldestInDay: Date | null;
  consecutiveWrong: number;
  smsToNumberLastHour: number;
  laneLive: boolean;
  channel: 'SMS' | 'EMAIL';
  price: bigint;
  acceptPrice: bigint | null;
};
export type IssueLimits = {
  perHour: number;
  perDay: number;
  consecutiveWrong: number;
  smsPerNumberHour: number;
};
export type IssueVerdict =
  | { verdict: 'issue' }
  | {
      verdict: 'refuse';
      code: 'CHANNEL_UNUSABLE' | 'PRICE_NOT_ACCEPTED' | 'RATE_LIMITED' | 'TOKEN_LOCKED';
      until: Date | null;
    };

const HOUR_MS = 3_600_000;
const refuse = (
  code: 'CHANNEL_UNUSABLE' | 'PRICE_NOT_ACCEPTED' | 'RATE_LIMITED' | 'TOKEN_LOCKED',
  until: Date | null = null,
): IssueVerdict => ({ verdict: 'refuse', code, until });

/** Whether a new token may be issued now: 6 an hour and 20 a day per account, 3 SMS an hour per number, by policy. */
export function judgeIssue(facts: IssueFacts, limits: IssueLimits, now: Date): IssueVerdict {
  if (facts.consecutiveWrong >= limits.consecutiveWrong) return refuse('TOKEN_LOCKED');
  if (!facts.laneLive) return refuse('CHANNEL_UNUSABLE');
  if (facts.price > 0n && facts.acceptPrice !== facts.price) return refuse('PRICE_NOT_ACCEPTED');
  const after = (start: Date | null, ms: number) => new Date((start ?? now).getTime() + ms);
  if (facts.tokensLastDay >= limits.perDay)
    return refuse('RATE_LIMITED', after(facts.oldestInDay, 24 * HOUR_MS));
  if (facts.tokensLastHour >= limits.perHour)
    return refuse('RATE_LIMITED', after(facts.oldestInHour, HOUR_MS));
  if (facts.channel === 'SMS' && facts.smsToNumberLastHour >= limits.smsPerNumberHour)
    return refuse('RATE_LIMITED', after(facts.oldestInHour, HOUR_MS));
  return { verdict: 'issue' };
}
