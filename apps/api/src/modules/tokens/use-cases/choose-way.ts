import { overrules } from '#modules/delivery';
import type { Tx } from '#platform/database';
import { mayOverrule } from '../rules/judge-failover.ts';
import type { Facts } from '../store/issue.ts';
import { noteOverruled } from '../store/progress.ts';
import type { IssueOutcome, IssueRequest } from '../types.ts';
import { OTHER } from './channels-of.ts';
import type { Needs } from './needs.ts';
import { requestToken } from './request-token.ts';

/**
 * Gives the person a code by the channel of their wish, unless its lane is red or closed and another confirmed one is in order
 * and free: then that one serves, and the token says so.
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
  return { ok: true, token: { ...issued.token, overruled: channel, overruledLane: lane } };
}

async function betterWay({ delivery, policy, ports }: Needs, tx: Tx, request: IssueRequest) {
  const { destination, purpose, subject } = request;
  if (!mayOverrule(purpose) || !overrules((await delivery.lane(destination.lane)).health)) return undefined;
  const other = (await ports.addressesOf(tx, subject))[OTHER[destination.channel]];
  if (!other) return undefined;
  const { live, health } = await delivery.lane(other.lane);
  return live && !overrules(health) && (await policy.price(other.lane, purpose)) === 0n ? other : undefined;
}
