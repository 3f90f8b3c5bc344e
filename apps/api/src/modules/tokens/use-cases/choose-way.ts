import { overrules } from '#modules/delivery';
import { appNow, type Tx } from '#platform/database';
import { mayOverrule } from '../rules/judge-failover.ts';
import type { Facts } from '../store/issue.ts';
import { noteOverruled } from '../store/progress.ts';
import type { IssueOutcome, IssueRequest, Token } from '../types.ts';
import { OTHER } from './channels-of.ts';
import type { Needs } from './needs.ts';
import { requestToken } from './request-token.ts';
import { lockNumber, smsToNumber } from './sms-to-number.ts';
import { noteSms } from './watch-budgets.ts';

/**
 * Gives the person a code by the channel of their wish, unless its lane is red or closed and another confirmed one is in order
 * and free: then that one serves, and the token says so. Now and then the same code goes the wished way as well: a lane that
 * nobody is sent to would never be known to be better.
 */
export async function issueByBestWay(
  needs: Needs,
  tx: Tx,
  request: IssueRequest,
  facts?: Facts,
): Promise<IssueOutcome> {
  const better = await betterWay(needs, tx, request);
  if (!better) return requestToken(needs, tx, request, facts);
  const { channel, lane } = request.destination;
  const issued = await requestToken(needs, tx, { ...request, destination: better });
  if (!issued.ok) return issued;
  await noteOverruled(tx, issued.token.id, { channel, lane });
  await probe(needs, tx, request, issued.token);
  return { ok: true, token: { ...issued.token, overruled: channel, overruledLane: lane } };
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
  const sent = await smsToNumber(delivery, tx, destination);
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
  if (!mayOverrule(purpose) || !overrules((await delivery.lane(destination.lane)).health)) return undefined;
  const other = (await ports.addressesOf(tx, subject))[OTHER[destination.channel]];
  if (!other) return undefined;
  const { live, health } = await delivery.lane(other.lane);
  return live && !overrules(health) && (await policy.price(other.lane, purpose)) === 0n ? other : undefined;
}
