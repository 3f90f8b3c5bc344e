import { describe, expect, it } from 'vitest';
import type { Purpose } from '../types.ts';
import { aboveBudget, judgeBudgets } from './judge-budgets.ts';

const BUDGETS = { enforced: true, perNetworkHour: 30, perPrefixHour: 2000 };
const FREE_AT = new Date(Date.UTC(2026, 2, 31, 2));
const judge = (
  network: number,
  prefix: number,
  { purpose = 'CONFIRM_CHANNEL' as Purpose, inSession = false, enforced = true } = {},
) =>
  judgeBudgets(
    { use: { network, prefix, prefixFreeAt: FREE_AT }, purpose, inSession },
    { ...BUDGETS, enforced },
  );

describe('budgets against SMS pumping', () => {
  it('let the last SMS of a budget pass, and not the one after it', () => {
    expect(judge(29, 1999)).toBe('pass');
    expect(judge(30, 0)).toBe('ask-for-work');
    expect(judge(0, 2000)).toBe('refuse');
    expect(judge(30, 2000)).toBe('refuse');
  });

  it('stop nobody while they only record', () => {
    expect(judge(1000, 100_000, { enforced: false })).toBe('pass');
    expect(aboveBudget({ network: 30, prefix: 2000, prefixFreeAt: FREE_AT }, BUDGETS)).toEqual([
      'network',
      'prefix',
    ]);
  });

  it.each(['SUBMIT_RETURN', 'SIGN_IN', 'CONFIRM_CHANNEL'] as const)(
    'stop nobody inside a session (%s) (R69)',
    (purpose) => {
      expect(judge(1000, 100_000, { purpose, inSession: true })).toBe('pass');
    },
  );

  it('refuse no number that was proven for what others do with its neighbours', () => {
    expect(judge(0, 100_000, { purpose: 'SIGN_IN' })).toBe('pass');
    expect(judge(30, 100_000, { purpose: 'SIGN_IN' })).toBe('ask-for-work');
  });
});
