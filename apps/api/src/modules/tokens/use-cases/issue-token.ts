import { type Tx, whenDone } from '#platform/database';
import { randomId, randomText } from '#platform/random';
import { judgeIssue } from '../rules/judge-issue.ts';
import { whyNotLive } from '../rules/why-not-live.ts';
import { type Facts, insertToken } from '../store/issue.ts';
import type { IssueOutcome, IssueRequest, Token } from '../types.ts';
import type { Needs } from './needs.ts';
import { lockNumber, smsToNumber } from './sms-to-number.ts';
import { countFirstSms, keepToBudgets, lookAtBudgets } from './watch-budgets.ts';

/**
 * Issues a token and queues its message in the caller's transaction, or gives back the one that is open for the same
 * subject, purpose and binding, without sending again: `requestAgain` decides about that.
 */
export async function issueToken(
  needs: Needs,
  tx: Tx,
  request: IssueRequest,
  facts: Facts,
): Promise<IssueOutcome & { fresh?: boolean }> {
  const { delivery, keys, metrics, policy } = needs;
  const { destination, purpose } = request;
  const { open, now, ...counts } = facts;
  if (open) return { ok: true, token: open, fresh: false };

  const prefix = delivery.numberBlock(destination);
  const source = { network: request.network, prefix };
  const [, sent, use] = await Promise.all([
    lockNumber(delivery, tx, destination),
    smsToNumber(needs, tx, destination, purpose),
    destination.channel === 'SMS' ? lookAtBudgets(needs, tx, source) : undefined,
  ]);
  const limits = await policy.limits();
  const lane = await delivery.lane(destination.lane);
  const verdict = judgeIssue(
    {
      ...counts,
      channel: destination.channel,
      acceptPrice: request.acceptPrice,
      laneLive: lane.live,
      price: await policy.price(destination.lane, purpose),
      smsToNumber: sent,
    },
    limits,
    now,
  );
  if (verdict.verdict === 'refuse') {
    const { code, until } = verdict;
    const why = code === 'CHANNEL_UNUSABLE' ? whyNotLive(lane) : verdict.why;
    return { ok: false, code, until, ...(why && { why }) };
  }
  const above = use && (await keepToBudgets(needs, tx, request, use, now));
  if (above) return above;

  const clocks = await policy.clocks(purpose);
  const id = randomId(16);
  const { subject, account, binding, flowHash, network, locale } = request;
  const token: Token = {
    ...{
      id,
      keyId: keys.token.currentId,
      purpose,
      subject,
      account,
      binding,
      flowHash,
      network,
      locale,
    },
    reference: randomText('ABCDEFGHJKLMNPRSTUVWXYZ', 1) + randomText('23456789', 1),
    channel: destination.channel,
    state: 'OPEN',
    ...{ attemptsUsed: 0, attemptsMax: limits.attempts },
    ...{ sends: 1, issuedAt: now, lastSentAt: now },
    windowSeconds: clocks.windowSeconds[destination.channel],
    ...{ validUntil: null, endsAt: new Date(now.getTime() + clocks.endSeconds[destination.channel] * 1000) },
    ...{ endedAt: null, endCause: null, overruled: null, overruledLane: null, overruledBy: null },
  };
  const message = delivery.toQueue(tx, {
    ...destination,
    kind: 'CODE',
    contentRef: id,
    cause: 'ASKED',
    locale: request.locale,
    expiresAt: token.endsAt,
    network,
  });
  const detail = { token: id, purpose, channel: destination.channel };
  insertToken(tx, { token, message, audit: { actor: 'system', action: 'token.issued', subject, detail } });
  whenDone(tx, () => {
    if (prefix !== '') countFirstSms(needs, purpose, prefix, 'ASKED');
    metrics.tokensIssued.inc({ purpose, channel: destination.channel });
  });
  return { ok: true, token, fresh: true };
}
