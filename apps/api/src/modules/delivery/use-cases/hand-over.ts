import type { Database } from '#platform/database';
import type { Metrics } from '#platform/metrics';
import type { Secrets } from '#platform/secrets';
import type { Content, DeliveryPorts } from '../ports.ts';
import type { Routes } from '../routes.ts';
import { secondsToNextAttempt } from '../rules/next-attempt.ts';
import { markDeferred, markEnded, markSentOn } from '../store/outcome.ts';
import type { Claimed } from '../store/queue.ts';
import { settleReceipt } from './settle-receipt.ts';

export const ADDRESS_PLACE = 'message.address';

type Needs = {
  db: Database;
  secrets: Secrets;
  metrics: Metrics;
  ports: DeliveryPorts;
  routes: Routes;
  worker: string;
};

/**
 * One attempt for one leased message: asks for the text, hands it to the lane's route, records what the carrier said.
 * A message whose owner answers 'dead', or whose time is over, is dropped and never sent late (R57).
 */
export async function handOver(needs: Needs, message: Claimed): Promise<void> {
  const { db, worker, routes, ports } = needs;
  const { id } = message;
  const route = routes.pick(message.lane, message.attempts);
  if (!route) {
    const seconds = secondsToNextAttempt(message.attempts);
    await markDeferred(db.read, { id, worker, route: null, reply: 'no route', seconds, kind: 'DEFERRED' });
    return;
  }
  const originHost = route.originLine ? routes.originHost : null;
  const content: Content | 'dead' =
    message.now >= message.expiresAt
      ? 'dead'
      : await ports.contentOf({
          ref: message.contentRef,
          channel: message.channel,
          locale: message.locale,
          originHost,
        });
  if (content === 'dead') {
    await markEnded(db.read, { id, worker, route: null, reply: null, state: 'DROPPED' });
    return;
  }
  const started = performance.now();
  const outcome = await route.carrier.send({
    id,
    to: needs.secrets.open(ADDRESS_PLACE, message.address),
    ...content,
    attachments: content.attachments ?? [],
    expiresAt: message.expiresAt,
    now: message.now,
  });
  needs.metrics.handover.observe(
    { route: route.name, outcome: outcome.kind },
    (performance.now() - started) / 1000,
  );

  if (outcome.kind === 'accepted') await recordAcceptance(needs, message, route, outcome);
  else if (outcome.kind === 'refused' && (outcome.scope === 'message' || outcome.scope === 'recipient'))
    await db.inTransaction(async (tx) => {
      const ended = await markEnded(tx, {
        id,
        worker,
        route: route.name,
        reply: outcome.reply,
        state: 'REFUSED',
      });
      if (ended)
        await ports.onProgress(tx, {
          ...ended,
          ref: ended.contentRef,
          kind: 'refused',
          receipts: route.receipts,
        });
    });
  else
    await markDeferred(db.read, {
      id,
      worker,
      route: route.name,
      reply: outcome.kind === 'unknown' ? outcome.reason : outcome.reply,
      seconds: secondsToNextAttempt(message.attempts),
      kind: outcome.kind === 'unknown' ? 'UNKNOWN' : 'DEFERRED',
    });
}

async function recordAcceptance(
  needs: Needs,
  message: Claimed,
  route: { name: string; receipts: boolean },
  accepted: { providerId: string | null; reply: string },
): Promise<void> {
  const { db, ports, worker } = needs;
  await db.inTransaction(async (tx) => {
    const sent = await markSentOn(tx, { id: message.id, worker, route: route.name, ...accepted });
    if (sent)
      await ports.onProgress(tx, {
        ...sent,
        ref: sent.contentRef,
        kind: 'accepted',
        receipts: route.receipts,
      });
  });
  if (accepted.providerId) await settleReceipt(needs, { route: route.name, early: accepted.providerId });
}
