import { sql, type Tx } from '#platform/database';
import type { BudgetUse } from '../rules/judge-budgets.ts';

const RECENT = sql`channel = 'SMS' AND issued_at > app_now() - interval '1 hour' ORDER BY issued_at DESC`;

/** SMS codes of the last hour from a source network, counted no further than its budget (index ..._sms_network). */
export async function networkUse(tx: Tx, network: string, budget: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ sends: number }[]>`
    SELECT coalesce(sum(sends), 0)::int AS sends FROM (
      SELECT sends FROM verification_token WHERE network = ${network} AND ${RECENT} LIMIT ${budget}) counted`;
  return row?.sends ?? 0;
}

export type PrefixUse = Pick<BudgetUse, 'prefix' | 'prefixFreeAt'>;

/** The same to a number block, and when it has room again (index ..._sms_prefix). */
export async function prefixUse(tx: Tx, prefix: string, budget: number): Promise<PrefixUse> {
  const [row] = await tx.$queryRaw<PrefixUse[]>`
    SELECT coalesce(sum(sends), 0)::int AS prefix,
      CASE WHEN coalesce(sum(sends), 0) >= ${budget} THEN coalesce(min(issued_at), app_now()) + interval '1 hour' END AS "prefixFreeAt"
    FROM (SELECT sends, issued_at FROM verification_token WHERE prefix = ${prefix} AND ${RECENT} LIMIT ${budget}) counted`;
  return row ?? { prefix: 0, prefixFreeAt: null };
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
