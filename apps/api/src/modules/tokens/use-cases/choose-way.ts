import { type Destination, overrules } from '#modules/delivery';
import { appNow, type Tx } from '#platform/database';
import { isOwners } from '../rules/judge-failover.ts';
import type { Facts } from '../store/issue.ts';
import { noteOverruled } from '../store/progress.ts';
import type { IssueOutcome, IssueRequest, Overruling, Token } from '../types.ts';
import { OTHER } from './channels-of.ts';
import type { Needs } from './needs.ts';
import { requestToken } from './request-token.ts';
import { lockNumber, smsToNumber } from './sms-to-number.ts';
import { noteSms } from './watch-budgets.ts';

/**
 * Gives the person a code by the channel of their wish, unless its lane is red or closed and another confirmed one is in order
 * and free, or no code may go there: then that one serves, and the token says so. Now and then the same code goes the wished way as well: a lane that
 * nobody is sent to would never be known to be better.
 */
export async function issueByBestWay(
  needs: Needs,
  tx: Tx,
  request: IssueRequest,
  facts?: Facts,
): Promise<IssueOutcome> {
  const { destination, instead } = request;
  if (instead) {
    const issued = await requestToken(needs, tx, request, facts);
    return issued.ok ? overrule(tx, issued.token, instead.of, instead.why) : issued;
  }
  const better = await betterWay(needs, tx, request);
  if (!better) return requestToken(needs, tx, request, facts);
  const issued = await requestToken(needs, tx, { ...request, destination: better });
  // Of two ways of which the one waits and the other is refused, the one that waits is left.
  if (!issued.ok && issued.code === 'RATE_LIMITED') return requestToken(needs, tx, request, facts);
  if (!issued.ok) return issued;
  await probe(needs, tx, request, issued.token);
  return overrule(tx, issued.token, destination, 'refusing');
}

async function overrule(
  tx: Tx,
  token: Token,
  { channel, lane }: Destination,
  by: Overruling,
): Promise<IssueOutcome> {
  await noteOverruled(tx, token.id, { channel, lane }, by);
  return { ok: true, token: { ...token, overruled: channel, overruledLane: lane, overruledBy: by } };
}

/** Sends the same code by the wished way, where that lane's turn has come, nobody pays for it and no cap stands against it. */
async function probe(
  needs: Needs,
  tx: Tx,
  { destination, purpose, locale }: IssueRequest,
  token: Token,
): Promise<void> {
  const { delivery, policy } = needs;
  const { channel, lane } = destination;
  const price = await policy.price(lane, purpose);
  if (price > 0n || !(await delivery.lane(lane)).live) return;
  const limits = await policy.limits();
  const messages = await delivery.messages(tx, token.id, await appNow(tx));
  await lockNumber(delivery, tx, destination);
  const sent = await smsToNumber(needs, tx, destination, purpose);
  if (messages.some((message) => message.channel === channel) || messages.length >= limits.messages) return;
  if (sent.length >= limits.smsPerNumberHour || !(await delivery.mayProbe(tx, lane))) return;
  await noteSms(needs, tx, token, destination, 'PROBE', messages);
  await delivery.enqueue(tx, {
    ...{ ...destination, locale, expiresAt: token.endsAt, network: token.network },
    ...{ kind: 'CODE', contentRef: token.id, cause: 'PROBE' },
  });
}

async function betterWay({ delivery, policy, ports }: Needs, tx: Tx, request: IssueRequest) {
  const { destination, purpose, subject } = request;
  if (!isOwners(purpose) || !overrules((await delivery.lane(destination.lane)).health)) return undefined;
  const other = (await ports.addressesOf(tx, subject))[OTHER[destination.channel]];
  if (!other) return undefined;
  const { live, health } = await delivery.lane(other.lane);
  return live && !overrules(health) && (await policy.price(other.lane, purpose)) === 0n ? other : undefined;
}
