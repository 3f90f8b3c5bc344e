import { writeAudit } from '#platform/audit';
import type { Tx } from '#platform/database';
import { mayUse } from '../rules/may-use.ts';
import { findToken } from '../store/find.ts';
import { countReport } from '../store/progress.ts';
import type { Token, Viewer } from '../types.ts';
import type { Needs } from './needs.ts';

/** Twice for each of a token's six messages. */
const MOST_KEPT = 12;

/**
 * "Arrived" or "not arrived yet", one tap (R54). Arrived marks what was sent on as delivered. The last word counts, however often
 * it is said; the audit keeps those that say something new, and no more than anybody needs.
 */
export async function reportArrival(
  { delivery }: Needs,
  tx: Tx,
  viewer: Viewer,
  tokenId: string,
  arrived: boolean,
): Promise<(Token & { now: Date }) | null> {
  const token = await findToken(tx, tokenId);
  if (!token || !mayUse(token, viewer)) return null;
  const isNews = await (arrived ? delivery.markArrived(tx, token.id) : delivery.markMissing(tx, token.id));
  if (!isNews || !(await countReport(tx, token.id, MOST_KEPT))) return token;
  await writeAudit(tx, {
    actor: 'flow',
    action: arrived ? 'token.reported_arrived' : 'token.reported_missing',
    subject: token.subject,
    detail: { token: token.id },
  });
  return token;
}
