import type { Tx } from '#platform/database';
import { aboveBudget, type BudgetUse, judgeBudgets } from '../rules/judge-budgets.ts';
import { networkUse } from '../store/budgets.ts';
import type { IssueOutcome, IssueRequest } from '../types.ts';
import type { Needs } from './needs.ts';
import { acceptProof } from './proof-of-work.ts';

type Source = { network: string; prefix: string };

/** What was sent within the last hour from a network and to a number block. */
export async function lookAtBudgets(
  { policy, prefixBook }: Needs,
  tx: Tx,
  { network, prefix }: Source,
): Promise<BudgetUse> {
  const { perNetworkHour, perPrefixHour } = await policy.budgets();
  const [used, ofPrefix] = await Promise.all([
    networkUse(tx, network, perNetworkHour),
    prefixBook(tx, prefix, perPrefixHour),
  ]);
  return { network: used, ...ofPrefix };
}

/**
 * Budgets against SMS pumping, by source network and by number block. What lies above is counted and logged without a number
 * or an address; in record-only mode nobody is refused. Answers with the refusal, if any.
 */
export async function keepToBudgets(
  needs: Needs,
  tx: Tx,
  { purpose, outsideSession, flowHash }: Pick<IssueRequest, 'purpose' | 'outsideSession' | 'flowHash'>,
  use: BudgetUse,
  now: Date,
): Promise<Extract<IssueOutcome, { ok: false }> | undefined> {
  const budgets = await needs.policy.budgets();
  const verdict = judgeBudgets({ use, purpose, inSession: !outsideSession }, budgets);
  for (const kind of aboveBudget(use, budgets)) {
    needs.metrics.budgetExceeded.inc({ kind });
    needs.log.warn({ kind, used: use[kind], verdict }, 'SMS above a budget');
  }
  if (verdict === 'refuse')
    return { ok: false, code: 'RATE_LIMITED', until: use.prefixFreeAt, why: 'crowded numbers' };
  if (verdict === 'pass' || !outsideSession || !flowHash) return undefined;
  const { proofOfWork } = outsideSession;
  if (proofOfWork && (await acceptProof(needs, tx, proofOfWork, { flowHash, now }))) return undefined;
  return { ok: false, code: 'CHALLENGE_NEEDED', until: null };
}
