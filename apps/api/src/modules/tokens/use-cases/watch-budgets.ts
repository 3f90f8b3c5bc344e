import type { Tx } from '#platform/database';
import { budgetUse } from '../store/budgets.ts';
import type { Needs } from './needs.ts';

/**
 * Budgets against SMS pumping, by source network and by number block. They begin in record-only mode: what lies above is
 * counted and logged without a number or an address, and nobody is refused.
 */
export async function watchBudgets(
  { policy, metrics, log }: Needs,
  tx: Tx,
  source: { network: string; prefix: string },
): Promise<void> {
  const budgets = await policy.budgets();
  const use = await budgetUse(tx, source.network, source.prefix);
  for (const [kind, used, budget] of [
    ['network', use.network, budgets.perNetworkHour],
    ['prefix', use.prefix, budgets.perPrefixHour],
  ] as const) {
    if (used <= budget) continue;
    metrics.budgetExceeded.inc({ kind });
    log.warn({ kind, used, budget }, 'SMS above a budget (recorded, not refused)');
  }
}
