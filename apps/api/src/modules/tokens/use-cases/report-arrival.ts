import { writeAudit } from '#platform/audit';
import type { Tx } from '#platform/database';
import { mayUse } from '../rules/may-use.ts';
import { findToken } from '../store/find.ts';
import type { Token, Viewer } from '../types.ts';
import type { Needs } from './needs.ts';

/** "Arrived" or "not arrived yet", one tap (R54). Arrived marks what was sent on as delivered; both are kept. */
export async function reportArrival(
  { delivery }: Needs,
  tx: Tx,
  viewer: Viewer,
  tokenId: string,
  arrived: boolean,
): Promise<(Token & { now: Date }) | null> {
  const token = await findToken(tx, tokenId);
  if (!token || !mayUse(token, viewer)) return null;
  await (arrived ? delivery.markArrived(tx, token.id) : delivery.markMissing(tx, token.id));
  await writeAudit(tx, {
    actor: 'flow',
    action: arrived ? 'token.reported_arrived' : 'token.reported_missing',
    subject: token.subject,
    detail: { token: token.id },
  });
  return token;
}
