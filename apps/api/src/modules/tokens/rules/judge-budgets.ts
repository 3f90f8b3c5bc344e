import type { Purpose } from '../types.ts';

/** SMS of the last hour, counted up to the budget. */
export type BudgetUse = {
  network: number;
  prefix: number;
  /** When the number block has room again; null where it has. */
  prefixFreeAt: Date | null;
};
export type Budgets = { enforced: boolean; perNetworkHour: number; perPrefixHour: number };
export type BudgetVerdict = 'pass' | 'ask-for-work' | 'refuse';

/** What one more SMS would lie above. */
export const aboveBudget = (use: BudgetUse, budgets: Budgets): ('network' | 'prefix')[] => [
  ...(use.network >= budgets.perNetworkHour ? (['network'] as const) : []),
  ...(use.prefix >= budgets.perPrefixHour ? (['prefix'] as const) : []),
];

/** The code of these goes to a number of which nobody knows yet whose it is: what pumping lives on. */
const TO_UNPROVEN_NUMBERS: Purpose[] = ['CONFIRM_CHANNEL', 'CHANGE_CHANNEL', 'REGISTER'];

/**
 * What budgets against SMS pumping do about one more SMS. Above its number block's budget a number that is not proven gets
 * none: e-mail is there, and free. Above its network's, who has no session does a proof of work (R69: no captcha). Nobody who
 * is signed in is stopped by either, nor is anybody while the budgets only record (R31).
 */
export function judgeBudgets(
  { use, purpose, inSession }: { use: BudgetUse; purpose: Purpose; inSession: boolean },
  budgets: Budgets,
): BudgetVerdict {
  if (!budgets.enforced || inSession) return 'pass';
  const above = aboveBudget(use, budgets);
  if (above.includes('prefix') && TO_UNPROVEN_NUMBERS.includes(purpose)) return 'refuse';
  return above.includes('network') ? 'ask-for-work' : 'pass';
}
