import type { Tx } from '#platform/database';

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
