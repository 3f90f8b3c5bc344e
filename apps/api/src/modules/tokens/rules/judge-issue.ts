import { numberFreeAt } from './number-free-at.ts';

export type IssueFacts = {
  tokensLastHour: number;
  tokensLastDay: number;
  oldestInHour: Date | null;
  oldestInDay: Date | null;
  consecutiveWrong: number;
  /** When SMS were queued to the number within the last hour, oldest first. */
  smsToNumber: Date[];
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
      /** It is this number that is spared, and not the account that waits. */
      why?: 'full number';
    };

const HOUR_MS = 3_600_000;
const refuse = (
  code: 'CHANNEL_UNUSABLE' | 'PRICE_NOT_ACCEPTED' | 'RATE_LIMITED' | 'TOKEN_LOCKED',
  until: Date | null = null,
) => ({ verdict: 'refuse', code, until }) as const;

/** Whether a new token may be issued now: 6 an hour and 20 a day per account, 3 SMS an hour per number, by policy. */
export function judgeIssue(facts: IssueFacts, limits: IssueLimits, now: Date): IssueVerdict {
  if (facts.consecutiveWrong >= limits.consecutiveWrong) return refuse('TOKEN_LOCKED');
  if (!facts.laneLive) return refuse('CHANNEL_UNUSABLE');
  if (facts.price > 0n && facts.acceptPrice !== facts.price) return refuse('PRICE_NOT_ACCEPTED');
  const numberFree =
    facts.channel === 'SMS' ? numberFreeAt(facts.smsToNumber, limits.smsPerNumberHour) : null;
  const after = (start: Date | null, ms: number) => new Date((start ?? now).getTime() + ms);
  const caps = [
    facts.tokensLastDay >= limits.perDay ? after(facts.oldestInDay, 24 * HOUR_MS) : null,
    facts.tokensLastHour >= limits.perHour ? after(facts.oldestInHour, HOUR_MS) : null,
    numberFree,
  ].filter((cap) => cap !== null);
  if (caps.length === 0) return { verdict: 'issue' };
  // One time is told, and asking then must work: the cap that ends last.
  const refused = refuse('RATE_LIMITED', new Date(Math.max(...caps.map(Number))));
  return numberFree ? { ...refused, why: 'full number' } : refused;
}
