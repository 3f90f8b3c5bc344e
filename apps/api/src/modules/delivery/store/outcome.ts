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

/** Two who settle a receipt for the same id wait for each other: it is found by one of them, however they cross. */
export async function lockReceipt(tx: Tx, route: string, providerIds: string[]): Promise<void> {
  for (const id of providerIds.toSorted())
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`receipt:${route}:${id}`}, 0))`;
}

/**
 * A receipt for the message that `route` sent on under one of the ids, the first of them before its twins. Only the first
 * receipt that ends it counts; that a person said it had arrived does not stand in for the carrier's word.
 */
export const applyReceipt = (
  tx: Tx,
  r: { route: string; providerIds: string[]; delivered: boolean; reply: string },
) =>
  first(tx.$queryRaw<Ended[]>`
    WITH meant AS (
      SELECT id FROM message m
      WHERE route = ${r.route} AND provider_id IN (${join(r.providerIds)})
        AND (state = 'SENT_ON' OR (${r.delivered} AND state = 'DELIVERED' AND NOT EXISTS (
          SELECT 1 FROM message_event e WHERE e.message_id = m.id AND e.kind = 'DELIVERED' AND e.route IS NOT NULL)))
      ORDER BY provider_id = ${r.providerIds[0] ?? ''} DESC, sent_on_at DESC LIMIT 1 FOR UPDATE),
    changed AS (
      UPDATE message SET state = ${r.delivered ? 'DELIVERED' : 'REFUSED'},
        delivered_at = CASE WHEN ${r.delivered} THEN coalesce(delivered_at, app_now()) END, reply = ${r.reply}
      WHERE id = (SELECT id FROM meant)
      RETURNING id, content_ref, channel, lane),
    noted AS (INSERT INTO message_event (message_id, kind, route, reply)
      SELECT id, ${r.delivered ? 'DELIVERED' : 'REFUSED'}, ${r.route}, ${r.reply} FROM changed)
    SELECT id, content_ref AS "contentRef", channel, lane, app_now() AS at, pg_notify('content_changed', content_ref)::text AS told
    FROM changed`);

/** Puts a receipt aside that names no message yet. One for a message that has ended already is no news. */
export async function keepOrphan(
  tx: Tx,
  o: { route: string; providerIds: string[]; state: string },
): Promise<void> {
  for (const id of o.providerIds)
    await tx.$executeRaw`
      INSERT INTO orphan_receipt (route, provider_id, state) SELECT ${o.route}, ${id}, ${o.state}
      WHERE NOT EXISTS (SELECT 1 FROM message WHERE route = ${o.route} AND provider_id IN (${join(o.providerIds)})
        AND sent_on_at > app_now() - interval '1 day')`;
}

/**
 * Takes the receipts that came before the id they name was written. Carriers count from one again: what has lain there for
 * an hour was meant for another message, and goes.
 */
export async function takeOrphans(tx: Tx, route: string, providerId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ state: string; fresh: boolean }[]>`
    DELETE FROM orphan_receipt WHERE route = ${route} AND provider_id = ${providerId}
    RETURNING state, at > app_now() - interval '1 hour' AS fresh`;
  return rows.filter(({ fresh }) => fresh).map(({ state }) => state);
}

/**
 * The person says it arrived, or the code of it was entered: the only news mail gives. It is said of a message only where
 * no other can be meant: none has a receipt, and none waits on another channel.
 */
export const markArrived = (tx: Tx, contentRef: string): Promise<number> =>
  tx.$executeRaw`
    WITH changed AS (
      UPDATE message m SET state = 'DELIVERED', delivered_at = app_now()
      WHERE content_ref = ${contentRef} AND state = 'SENT_ON' AND NOT EXISTS (
        SELECT 1 FROM message o WHERE o.content_ref = m.content_ref
          AND (o.state = 'DELIVERED' OR (o.state = 'SENT_ON' AND o.channel <> m.channel)))
      RETURNING id, content_ref),
    noted AS (INSERT INTO message_event (message_id, kind, reply) SELECT id, 'DELIVERED', 'reported' FROM changed)
    SELECT pg_notify('content_changed', content_ref) FROM changed`;
