import { type Sql, sql, type Tx } from '#platform/database';

/** What spending can be asked by. */
export const SPENT_BY = {
  lane: sql`lane`,
  purpose: sql`purpose`,
  network: sql`network`,
  prefix: sql`prefix`,
  number: sql`number`,
  token: sql`token`,
} satisfies Record<string, Sql>;

export type Spent = { key: string; sms: number; tokens: number; verified: number; rupiah: bigint };

/** What carriers charged within the last hours, the dearest first (view sms_spending). */
export const spendingOf = (
  tx: Tx,
  { by, hours, limit }: { by: keyof typeof SPENT_BY; hours: number; limit: number },
): Promise<Spent[]> =>
  tx.$queryRaw<Spent[]>`
    SELECT coalesce(${SPENT_BY[by]}, '-') AS key, count(*)::int AS sms, count(DISTINCT token)::int AS tokens,
      (count(DISTINCT token) FILTER (WHERE verified))::int AS verified, sum(cost)::bigint AS rupiah
    FROM sms_spending WHERE at > app_now() - make_interval(hours => ${hours}) GROUP BY 1
    ORDER BY rupiah DESC, sms DESC, key LIMIT ${limit}`;
