import { sql, type Tx } from '#platform/database';

const RECENT = sql`channel = 'SMS' AND kind = 'CODE' AND queued_at > app_now() - interval '1 hour' ORDER BY queued_at DESC`;

/** Codes queued by SMS within the last hour for a source network, counted no further than `most` (index message_sms_network). */
export async function smsFromNetwork(tx: Tx, network: string, most: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ sms: number }[]>`
    SELECT count(*)::int AS sms FROM (SELECT 1 FROM message WHERE network = ${network} AND ${RECENT} LIMIT ${most}) counted`;
  return row?.sms ?? 0;
}

/** The same to a number block, and when one of `most` will be an hour old (index message_sms_prefix). */
export async function smsToBlock(
  tx: Tx,
  prefix: string,
  most: number,
): Promise<{ sms: number; freeAt: Date | null }> {
  const [row] = await tx.$queryRaw<{ sms: number; freeAt: Date | null }[]>`
    SELECT count(*)::int AS sms,
      CASE WHEN count(*) >= ${most} THEN coalesce(min(queued_at), app_now()) + interval '1 hour' END AS "freeAt"
    FROM (SELECT queued_at FROM message WHERE prefix = ${prefix} AND ${RECENT} LIMIT ${most}) counted`;
  return row ?? { sms: 0, freeAt: null };
}
