import { overrules, type Stuck } from '#modules/delivery';
import { writeAudit } from '#platform/audit';
import type { Tx } from '#platform/database';
import { judgeFailover } from '../rules/judge-failover.ts';
import { numberFreeAt } from '../rules/number-free-at.ts';
import { stateOf } from '../rules/state-of.ts';
import { lockToken } from '../store/find.ts';
import type { Token } from '../types.ts';
import { addressesFor, OTHER } from './channels-of.ts';
import type { Needs } from './needs.ts';
import { smsToNumber } from './sms-to-number.ts';
import { noteSms } from './watch-budgets.ts';

/**
 * A message does not get on: the same code goes another way, in the transaction that found it out. It does not count among the
 * person's sends and costs the person nothing.
 */
export async function failOver(needs: Needs, tx: Tx, stuck: Stuck): Promise<void> {
  const { delivery, metrics, policy } = needs;
  const token = await lockToken(tx, stuck.ref);
  if (!token || stateOf({ ...token, validUntil: null }, token.now) !== 'OPEN') return;
  const messages = await delivery.messages(tx, token.id, token.now);
  const other = await otherWay(needs, tx, token, stuck);
  const used = messages.some(({ channel }) => channel !== stuck.channel);
  const { purpose } = token;
  const { channel: from, reason, routeLeft, ofAddress, tried } = stuck;
  const limits = await policy.limits();
  const own = messages.find(({ id }) => id === stuck.messageId);
  const sent = own ? await smsToNumber(needs, tx, own, purpose) : [];
  const verdict = judgeFailover(
    {
      ...{ purpose, reason, routeLeft, ofAddress, messages: messages.length },
      ...{ other: other && { ...other, used }, ownPrice: await policy.price(stuck.lane, purpose) },
      numberIsFull: numberFreeAt(sent, limits.smsPerNumberHour) !== null,
    },
    limits,
  );
  metrics.failovers.inc({ purpose, reason, verdict });
  const destination =
    verdict === 'other-route' ? own : verdict === 'other-channel' ? other?.destination : undefined;
  if (!destination) return;
  const { channel, address, addressIndex, maskedAddress, lane } = destination;
  await noteSms(needs, tx, token, destination, 'FAILOVER', messages);
  await delivery.enqueue(tx, {
    ...{ channel, address, addressIndex, maskedAddress, lane, kind: 'CODE', contentRef: token.id },
    ...{ cause: 'FAILOVER', locale: token.locale, expiresAt: token.endsAt, network: token.network },
    avoid: verdict === 'other-route' ? tried : [],
  });
  await writeAudit(tx, {
    ...{ actor: 'system', action: 'token.failed_over', subject: token.subject },
    detail: { token: token.id, reason, from, to: channel, verdict, tried: tried.join(', ') },
  });
}

async function otherWay({ delivery, policy, ports }: Needs, tx: Tx, token: Token, { channel }: Stuck) {
  const destination = (await addressesFor(ports, tx, token))[OTHER[channel]];
  if (!destination) return null;
  const { live, health } = await delivery.lane(destination.lane);
  return {
    destination,
    inOrder: live && !overrules(health),
    price: await policy.price(destination.lane, token.purpose),
  };
}
