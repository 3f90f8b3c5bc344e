import type { Channel, Destination } from '#modules/delivery';
import { type Tx, whenSaid } from '#platform/database';
import { aboveBudget, type BudgetUse, judgeBudgets } from '../rules/judge-budgets.ts';
import type { IssueOutcome, IssueRequest, Purpose, Token } from '../types.ts';
import type { Needs } from './needs.ts';
import { acceptProof } from './proof-of-work.ts';
import { carrierPart } from './sms-to-number.ts';

type Source = { network: string; prefix: string };

/** What was sent within the last hour from a network and to a number block. */
export async function lookAtBudgets(
  { delivery, policy, prefixBook }: Needs,
  tx: Tx,
  { network, prefix }: Source,
): Promise<BudgetUse> {
  const { perNetworkHour, perPrefixHour } = await policy.budgets();
  const [used, ofPrefix] = await Promise.all([
    delivery.smsFromNetwork(tx, network, perNetworkHour),
    prefixBook(tx, prefix, perPrefixHour),
  ]);
  return { network: used, prefix: ofPrefix.sms, prefixFreeAt: ofPrefix.freeAt };
}

/**
 * Budgets against SMS pumping, by source network and by number block. What lies above is counted and logged without a number
 * or an address; in record-only mode nobody is refused. Answers with the refusal, if any.
 */
export async function keepToBudgets(
  needs: Needs,
  tx: Tx,
  { purpose, outsideSession, flowHash }: Pick<IssueRequest, 'purpose' | 'outsideSession' | 'flowHash'>,
  use: BudgetUse,
  now: Date,
): Promise<Extract<IssueOutcome, { ok: false }> | undefined> {
  const budgets = await needs.policy.budgets();
  const verdict = judgeBudgets({ use, purpose, inSession: !outsideSession }, budgets);
  for (const kind of aboveBudget(use, budgets)) {
    whenSaid(tx, () => {
      needs.metrics.budgetExceeded.inc({ kind });
      needs.log.warn({ kind, used: use[kind], verdict }, 'SMS above a budget');
    });
  }
  if (verdict === 'refuse')
    return { ok: false, code: 'RATE_LIMITED', until: use.prefixFreeAt, why: 'crowded numbers' };
  if (verdict === 'pass' || !outsideSession || !flowHash) return undefined;
  const { proofOfWork } = outsideSession;
  if (proofOfWork && (await acceptProof(needs, tx, proofOfWork, { flowHash, now }))) return undefined;
  return { ok: false, code: 'CHALLENGE_NEEDED', until: null };
}

/**
 * A code that its owner has asked for already goes by SMS (once more, or after all): it is counted, and looked at against the
 * budgets, but not refused. Four sends a token and three an hour a number hold already.
 */
export async function noteSms(
  needs: Needs,
  tx: Tx,
  token: Token,
  destination: Destination,
  cause: 'ASKED_AGAIN' | 'FAILOVER' | 'PROBE',
  before: { channel: Channel }[],
): Promise<void> {
  if (destination.channel !== 'SMS') return;
  const source = { network: token.network, prefix: needs.delivery.numberBlock(destination) };
  await keepToBudgets(needs, tx, token, await lookAtBudgets(needs, tx, source), token.issuedAt);
  if (!before.some(({ channel }) => channel === 'SMS'))
    countFirstSms(needs, token.purpose, source.prefix, cause);
}

/** A code goes by SMS for the first time. */
export function countFirstSms(
  { metrics }: Needs,
  purpose: Purpose,
  prefix: string,
  cause: 'ASKED' | 'ASKED_AGAIN' | 'FAILOVER' | 'PROBE',
): void {
  metrics.smsCodes.inc({ prefix: carrierPart(prefix), outcome: 'asked' });
  metrics.codesOffEmail.inc({ purpose, cause });
}
