import type { Tx } from '#platform/database';
import { join } from '#platform/database';
import type { Channel } from '../ports.ts';

export type Ended = { id: string; contentRef: string; channel: Channel; lane: string; at: Date };

const first = async (rows: Promise<Ended[]>): Promise<Ended | undefined> => (await rows)[0];

/** The carrier took it. Nothing where the message has ended meanwhile (its lease ran out and another worker sent it). */
export const markSentOn = (
  tx: Tx,
  m: { id: string; worker: string; route: string; providerId: string | null; reply: string },
) =>
  first(tx.$queryRaw<Ended[]>`
    WITH changed AS (
      UPDATE message SET state = 'SENT_ON', sent_on_at = app_now(), route = ${m.route}, provider_id = ${m.providerId},
        reply = ${m.reply}, leased_until = NULL, leased_by = NULL
      WHERE id = ${m.id}::uuid AND state = 'QUEUED' AND leased_by = ${m.worker}
      RETURNING id, content_ref, channel, lane, sent_on_at),
    noted AS (INSERT INTO message_event (message_id, kind, route, reply) SELECT id, 'SENT_ON', ${m.route}, ${m.reply} FROM changed)
    SELECT id, content_ref AS "contentRef", channel, lane, sent_on_at AS at, pg_notify('content_changed', content_ref)::text AS told
    FROM changed`);

/** The carrier wants it later: back into the lane after `seconds`. */
export const markDeferred = (
  tx: Tx,
  m: {
    id: string;
    worker: string;
    route: string | null;
    reply: string;
    seconds: number;
    kind: 'DEFERRED' | 'UNKNOWN';
  },
) =>
  first(tx.$queryRaw<Ended[]>`
    WITH changed AS (
      UPDATE message SET not_before = app_now() + make_interval(secs => ${m.seconds}), reply = ${m.reply}, leased_until = NULL, leased_by = NULL
      WHERE id = ${m.id}::uuid AND state = 'QUEUED' AND leased_by = ${m.worker}
      RETURNING id, content_ref, channel, lane),
    noted AS (INSERT INTO message_event (message_id, kind, route, reply) SELECT id, ${m.kind}, ${m.route}, ${m.reply} FROM changed)
    SELECT id, content_ref AS "contentRef", channel, lane, app_now() AS at, pg_notify('content_changed', content_ref)::text AS told
    FROM changed`);

/** It ends unsent: refused by the carrier, or dropped because nobody needs it any more. */
export const markEnded = (
  tx: Tx,
  m: { id: string; worker: string; route: string | null; reply: string | null; state: 'REFUSED' | 'DROPPED' },
) =>
  first(tx.$queryRaw<Ended[]>`
    WITH changed AS (
      UPDATE message SET state = ${m.state}, reply = ${m.reply}, leased_until = NULL, leased_by = NULL
      WHERE id = ${m.id}::uuid AND state = 'QUEUED' AND leased_by = ${m.worker}
      RETURNING id, content_ref, channel, lane),
    noted AS (INSERT INTO message_event (message_id, kind, route, reply) SELECT id, ${m.state}, ${m.route}, ${m.reply} FROM changed)
    SELECT id, content_ref AS "contentRef", channel, lane, app_now() AS at, pg_notify('content_changed', content_ref)::text AS told
    FROM changed`);

/** A receipt for a message that was sent on by `route` under one of the ids. Only the first that ends it counts. */
export const applyReceipt = (
  tx: Tx,
  r: { route: string; providerIds: string[]; delivered: boolean; reply: string },
) =>
  first(tx.$queryRaw<Ended[]>`
    WITH changed AS (
      UPDATE message SET state = ${r.delivered ? 'DELIVERED' : 'REFUSED'},
        delivered_at = CASE WHEN ${r.delivered} THEN app_now() END, reply = ${r.reply}
      WHERE route = ${r.route} AND provider_id IN (${join(r.providerIds)}) AND state = 'SENT_ON'
      RETURNING id, content_ref, channel, lane),
    noted AS (INSERT INTO message_event (message_id, kind, route, reply)
      SELECT id, ${r.delivered ? 'DELIVERED' : 'REFUSED'}, ${r.route}, ${r.reply} FROM changed)
    SELECT id, content_ref AS "contentRef", channel, lane, app_now() AS at, pg_notify('content_changed', content_ref)::text AS told
    FROM changed`);

export async function keepOrphan(
  tx: Tx,
  o: { route: string; providerIds: string[]; state: string },
): Promise<void> {
  for (const id of o.providerIds)
    await tx.$executeRaw`INSERT INTO orphan_receipt (route, provider_id, state) VALUES (${o.route}, ${id}, ${o.state})`;
}

/** Takes the receipts that came before the id they name was written. */
export async function takeOrphans(tx: Tx, route: string, providerId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ state: string }[]>`
    DELETE FROM orphan_receipt WHERE route = ${route} AND provider_id = ${providerId} RETURNING state`;
  return rows.map(({ state }) => state);
}

/** The person says it arrived, or the code of it was entered: the only news mail gives. */
export async function markArrived(tx: Tx, contentRef: string, channel: Channel | null): Promise<number> {
  return tx.$executeRaw`
    WITH changed AS (
      UPDATE message SET state = 'DELIVERED', delivered_at = app_now()
      WHERE content_ref = ${contentRef} AND state = 'SENT_ON' AND (${channel}::text IS NULL OR channel = ${channel})
      RETURNING id)
    INSERT INTO message_event (message_id, kind, reply) SELECT id, 'DELIVERED', 'reported' FROM changed`;
}
