import { type Channel, USUAL_P95_SECONDS } from '#modules/delivery';
import { writeAudit } from '#platform/audit';
import { type Tx, whenSaid } from '#platform/database';
import { judgeResend, type ResendVerdict } from '../rules/judge-resend.ts';
import { mayUse } from '../rules/may-use.ts';
import { stateOf } from '../rules/state-of.ts';
import { lockToken } from '../store/find.ts';
import { wrongInARow } from '../store/issue.ts';
import { countSend } from '../store/progress.ts';
import type { Token, Viewer } from '../types.ts';
import { addressesFor } from './channels-of.ts';
import type { Needs } from './needs.ts';
import { resendFacts } from './resend-ways.ts';
import { lockNumber } from './sms-to-number.ts';
import { noteSms } from './watch-budgets.ts';

export type ResendRequest = {
  tokenId: string;
  channel: Channel | null;
  acceptPrice: bigint | null;
  locale: 'id' | 'en';
};
export type ResendOutcome =
  | { verdict: 'sent'; token: Token; now: Date }
  | Exclude<ResendVerdict, { verdict: 'sent' }>
  | {
      verdict: 'refused';
      code:
        | 'NOT_FOUND'
        | 'TOKEN_EXPIRED'
        | 'TOKEN_LOCKED'
        | 'TOKEN_CANCELLED'
        | 'CHANNEL_UNUSABLE'
        | 'PRICE_NOT_ACCEPTED';
    };

/** Asks for the same code again. The row lock makes clicks from several devices wait for each other: one of them sends. */
export async function resendToken(
  needs: Needs,
  tx: Tx,
  viewer: Viewer,
  request: ResendRequest,
): Promise<ResendOutcome> {
  const { delivery, metrics, policy, ports } = needs;
  const token = await lockToken(tx, request.tokenId);
  if (!token || !mayUse(token, viewer)) return { verdict: 'refused', code: 'NOT_FOUND' };
  const ended = endedCode(token, token.now);
  if (ended) return { verdict: 'refused', code: ended };

  const channel = request.channel ?? token.channel;
  const messages = await delivery.messages(tx, token.id, token.now);
  const sameAddress = messages.findLast((message) => message.channel === channel);
  const addresses = await addressesFor(ports, tx, token);
  const destination = sameAddress ?? addresses[channel];
  if (!destination) return { verdict: 'refused', code: 'CHANNEL_UNUSABLE' };
  await lockNumber(delivery, tx, destination);
  const limits = await policy.limits();
  if ((await wrongInARow(tx, token.account)) >= limits.consecutiveWrong)
    return { verdict: 'refused', code: 'TOKEN_LOCKED' };

  const facts = await resendFacts(needs, tx, token, addresses, channel, messages);
  const decision = judgeResend(facts, limits, token.now);
  whenSaid(tx, () => metrics.resends.inc({ verdict: decision.verdict }));
  if (decision.verdict !== 'sent') return decision;
  const price = await policy.price(destination.lane, token.purpose);
  if (price > 0n && request.acceptPrice !== price) return { verdict: 'refused', code: 'PRICE_NOT_ACCEPTED' };

  await noteSms(needs, tx, token, destination, 'ASKED_AGAIN', messages);
  const { address, addressIndex, maskedAddress, lane } = destination;
  const { p95 } = await delivery.arrival(lane);
  await countSend(tx, token.id, p95 ?? USUAL_P95_SECONDS[channel]);
  await delivery.enqueue(tx, {
    channel,
    address,
    addressIndex,
    maskedAddress,
    lane,
    kind: 'CODE',
    contentRef: token.id,
    cause: 'ASKED_AGAIN',
    locale: request.locale,
    expiresAt: token.endsAt,
    network: token.network,
  });
  await writeAudit(tx, {
    actor: 'system',
    action: 'token.sent_again',
    subject: token.subject,
    detail: { token: token.id, channel },
  });
  return { verdict: 'sent', token: { ...token, sends: token.sends + 1 }, now: token.now };
}

/** A window that has passed is a reason to ask again, not to refuse: only what has ended for good is refused. */
function endedCode(token: Token, now: Date): 'TOKEN_EXPIRED' | 'TOKEN_LOCKED' | 'TOKEN_CANCELLED' | null {
  const state = stateOf({ ...token, validUntil: null }, now);
  if (state === 'OPEN') return null;
  return state === 'LOCKED' ? 'TOKEN_LOCKED' : state === 'CANCELLED' ? 'TOKEN_CANCELLED' : 'TOKEN_EXPIRED';
}
