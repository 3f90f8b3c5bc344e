import type { Tx } from '#platform/database';

/** SMS codes of the last hour by source network and by number block: what the budgets against pumping look at. */
export async function budgetUse(
  tx: Tx,
  network: string,
  prefix: string,
): Promise<{ network: number; prefix: number }> {
  const [row] = await tx.$queryRaw<{ network: number; prefix: number }[]>`
    SELECT (SELECT coalesce(sum(sends), 0) FROM verification_token
        WHERE network = ${network} AND channel = 'SMS' AND issued_at > app_now() - interval '1 hour')::int AS network,
      (SELECT coalesce(sum(sends), 0) FROM verification_token
        WHERE prefix = ${prefix} AND channel = 'SMS' AND issued_at > app_now() - interval '1 hour')::int AS prefix`;
  return row ?? { network: 0, prefix: 0 };
}
