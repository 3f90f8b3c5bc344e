import { sql, type Tx } from '#platform/database';
import type { Budgets, BudgetUse } from '../rules/judge-budgets.ts';

const RECENT = sql`channel = 'SMS' AND issued_at > app_now() - interval '1 hour' ORDER BY issued_at DESC`;

/**
 * SMS codes of the last hour by source network and by number block: what the budgets against pumping look at. Counted no
 * further than the budget, newest first, so that it costs no more however much is sent (indexes ..._sms_network, ..._sms_prefix).
 */
export async function budgetUse(
  tx: Tx,
  { network, prefix }: { network: string; prefix: string },
  { perNetworkHour, perPrefixHour }: Budgets,
): Promise<BudgetUse> {
  const [row] = await tx.$queryRaw<BudgetUse[]>`
    WITH of_network AS (SELECT sends FROM verification_token WHERE network = ${network} AND ${RECENT} LIMIT ${perNetworkHour}),
    of_prefix AS (SELECT sends, issued_at FROM verification_token WHERE prefix = ${prefix} AND ${RECENT} LIMIT ${perPrefixHour})
    SELECT (SELECT coalesce(sum(sends), 0)::int FROM of_network) AS network, coalesce(sum(sends), 0)::int AS prefix,
      CASE WHEN coalesce(sum(sends), 0) >= ${perPrefixHour} THEN coalesce(min(issued_at), app_now()) + interval '1 hour' END AS "prefixFreeAt"
    FROM of_prefix`;
  if (!row) throw new Error('an aggregate gave no row');
  return row;
}

/**
 * Takes a solved challenge, once and for all, in the transaction it lets through: whoever brings it at the same time waits
 * and gets false. What has ended is swept along.
 */
export async function spendChallenge(tx: Tx, nonce: string, endsAt: Date): Promise<boolean> {
  const spent = await tx.$executeRaw`
    WITH swept AS (
      DELETE FROM spent_challenge WHERE nonce IN (
        SELECT nonce FROM spent_challenge WHERE ends_at < app_now() - interval '1 hour' LIMIT 20 FOR UPDATE SKIP LOCKED))
    INSERT INTO spent_challenge (nonce, ends_at) VALUES (${nonce}, ${endsAt}) ON CONFLICT (nonce) DO NOTHING`;
  return spent === 1;
}
