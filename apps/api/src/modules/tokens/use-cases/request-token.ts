import type { Tx } from '#platform/database';
import { appNow } from '#platform/database';
import { stateOf } from '../rules/state-of.ts';
import { type Facts, lockFacts } from '../store/issue.ts';
import type { IssueOutcome, IssueRequest } from '../types.ts';
import { issueToken } from './issue-token.ts';
import type { Needs } from './needs.ts';
import { resendToken } from './resend-token.ts';

/**
 * Gives the person a code for this thing on the channel they chose. The open token answers again and costs nothing; it is
 * sent once more only where that channel has not been used, or its window has passed, and a resend would help.
 */
export async function requestToken(
  needs: Needs,
  tx: Tx,
  request: IssueRequest,
  facts?: Facts,
): Promise<IssueOutcome> {
  const issued = await issueToken(needs, tx, request, facts ?? (await lockFacts(tx, request)));
  if (!issued.ok || issued.fresh) return issued;
  const now = await appNow(tx);
  const { channel } = request.destination;
  const used = (await needs.delivery.messages(tx, issued.token.id, now)).some(
    (message) => message.channel === channel,
  );
  if (used && stateOf(issued.token, now) === 'OPEN') return issued;
  const viewer = { subject: request.subject, flowHash: null };
  const again = await resendToken(needs, tx, viewer, { ...request, tokenId: issued.token.id, channel });
  if (again.verdict === 'sent') return { ok: true, token: again.token };
  if (again.verdict === 'refused' && (again.code === 'PRICE_NOT_ACCEPTED' || again.code === 'TOKEN_LOCKED'))
    return { ok: false, code: again.code, until: null };
  return issued;
}
