import { announce } from '#platform/announcer';
import { type Sql, sql, type Tx } from '#platform/database';
import type { Channel } from '../ports.ts';

/** What came of one attempt for a leased message. */
export type Attempt = {
  id: string;
  /** The number of the claim it was made under. */
  attempt: number;
  kind: 'SENT_ON' | 'DEFERRED' | 'UNKNOWN' | 'REFUSED' | 'DROPPED';
  route: string | null;
  providerId: string | null;
  reply: string | null;
  /** Until it is tried again, where it is. */
  seconds: number;
  /** Whether the route that took it returns receipts. */
  receipts: boolean;
  /** Whole rupiah that an acceptance costs us. */
  cost: number;
  /** The whole provider refuses us: this message counts as stuck at once. */
  stuck: boolean;
  /** A failure for now for a reason that reaches beyond one address (and, once it is written, beyond our pace). */
  wide: boolean;
  /** It is news that it is throttled. */
  throttled: boolean;
  /** Of what is refused: what the refusal is about. */
  refusal: 'ADDRESS' | 'MESSAGE' | null;
};
/** A message whose row changed, for whoever tells its owner and counts its lane. Times by app_now(). */
export type Changed = {
  id: string;
  contentRef: string;
  channel: Channel;
  lane: string;
  kind: string;
  route: string | null;
  reply: string | null;
  queuedAt: Date;
  at: Date;
  /** Whether nothing more is awaited of it, and whether it had been found stuck before. */
  done: boolean;
  wasStuck: boolean;
  wasState: string;
  /** It failed for a wide reason, and nothing to its address was counted among its lane's failing messages lately. */
  failing: boolean;
  /** ... and it had never failed so before, nor anything else to its address within the hour. */
  firstFailed: boolean;
  /** Of what is refused: what that is about. */
  refusal: 'ADDRESS' | 'MESSAGE' | 'PROVIDER' | null;
  /** Routes that other messages of its content were given to. */
  avoid: string[];
};

const SHOWN = sql`id, content_ref AS "contentRef", channel, lane, kind, route, reply, queued_at AS "queuedAt", app_now() AS at, done,
  was_stuck AS "wasStuck", was_state AS "wasState", refusal, failing, first_failed AS "firstFailed", avoid`;
/** A message counts once among its lane's failing ones in any two minutes that they are looked at for. */
const FAILING_AGAIN = sql`interval '2 minutes'`;
/** So long a lane is looked at where few write (`quietWindowSeconds`). */
const FAILED_FIRST = sql`interval '1 hour'`;
/** What one person asks for again and again is one sign of trouble: of message `m` another to its address was counted lately. */
const isKnownAt = (lately: Sql): Sql => sql`EXISTS (
          SELECT 1 FROM message o WHERE o.address_index = m.address_index AND o.id <> m.id
            AND o.queued_at > app_now() - interval '1 day' AND o.failing_since > app_now() - ${lately})`;

/** Word to whoever watches. */
const told = (tx: Tx, changed: Changed[]): Changed[] => {
  for (const { contentRef } of changed) announce(tx, 'content_changed', contentRef);
  return changed;
};

/**
 * Writes down what came of many attempts in one statement: the messages, their events, and word to whoever watches. Gives
 * those that changed: not one whose lease ran out and that was taken over since.
 */
export const recordAttempts = async (tx: Tx, worker: string, attempts: Attempt[]): Promise<Changed[]> =>
  told(
    tx,
    await tx.$queryRaw<Changed[]>(sql`
    WITH told AS (
      SELECT *, kind IN ('DEFERRED', 'UNKNOWN') AS again FROM jsonb_to_recordset(${JSON.stringify(attempts)}::jsonb) AS t(
        id uuid, attempt int, kind text, route text, "providerId" text, reply text, seconds float8, receipts boolean, cost int, stuck boolean, wide boolean, throttled boolean, refusal text)),
    changed AS (
      UPDATE message m SET
        state = CASE WHEN t.again THEN 'QUEUED' ELSE t.kind END,
        sent_on_at = CASE WHEN t.kind = 'SENT_ON' THEN app_now() END,
        route = CASE WHEN t.kind = 'SENT_ON' THEN t.route END,
        provider_id = t."providerId", reply = t.reply, cost = m.cost + t.cost,
        not_before = CASE WHEN t.again THEN app_now() + make_interval(secs => t.seconds) ELSE m.not_before END,
        patience_until = CASE WHEN t.again AND NOT t.stuck THEN m.patience_until
          WHEN t.kind = 'SENT_ON' AND t.receipts AND m.kind = 'CODE' THEN app_now() + lane_patience(m.lane, m.channel) END,
        stuck_at = CASE WHEN t.stuck THEN coalesce(m.stuck_at, app_now()) WHEN t.again THEN m.stuck_at END,
        failing_since = CASE WHEN NOT (t.again AND t.wide) OR m.failing_since > app_now() - ${FAILING_AGAIN} OR ${isKnownAt(FAILING_AGAIN)}
          THEN m.failing_since ELSE app_now() END,
        throttled_since = CASE WHEN t.throttled THEN app_now() ELSE m.throttled_since END, refusal = t.refusal,
        leased_until = NULL, leased_by = NULL
      FROM told t WHERE m.id = t.id AND m.id = ANY (${attempts.map(({ id }) => id)}::uuid[]) AND m.state = 'QUEUED' AND m.leased_by = ${worker} AND m.attempts = t.attempt
      RETURNING m.id, m.content_ref, m.channel, m.lane, m.address_index, m.queued_at, t.kind, t.route, t.reply, t.refusal, m.avoid,
        t.kind = 'SENT_ON' AND NOT t.receipts AS done, old.stuck_at IS NOT NULL AS was_stuck, old.state AS was_state,
        t.again AND t.wide AND new.failing_since IS DISTINCT FROM old.failing_since AS failing,
        t.again AND t.wide AND old.failing_since IS NULL AND NOT ${isKnownAt(FAILED_FIRST)} AS first_failed),
    noted AS (INSERT INTO message_event (message_id, kind, route, reply) SELECT id, kind, route, reply FROM changed),
    each AS (
      SELECT *, row_number() OVER (PARTITION BY address_index, failing ORDER BY id) = 1 AS one_of_address FROM changed)
    SELECT ${SHOWN} FROM (
      SELECT id, content_ref, channel, lane, kind, route, reply, queued_at, done, was_stuck, was_state, refusal, avoid,
        failing AND one_of_address AS failing, failing AND first_failed AND one_of_address AS first_failed
      FROM each) counted`),
  );

/**
 * Two who settle receipts for the same id wait for each other: it is found by one of them, however they cross. The order is
 * everybody's, so that two with many ids do not block each other for good.
 */
export async function lockReceipts(tx: Tx, keys: { route: string; ids: string[] }[]): Promise<void> {
  const names = [...new Set(keys.flatMap(({ route, ids }) => ids.map((id) => `receipt:${route}:${id}`)))];
  if (names.length === 0) return;
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(key) FROM (
      SELECT DISTINCT hashtextextended(name, 0) AS key FROM jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) name
      ORDER BY key) keys`;
}

/** The carrier's last word on a message that `route` sent on under one of the ids, the first of them before its twins. */
export type FinalReceipt = { route: string; ids: string[]; delivered: boolean; reply: string };

/**
 * Applies receipts. Only the first that ends a message counts; that a person said it had arrived does not stand in for the
 * carrier's word. A receipt that names no message yet is put aside; one for a message that ended already is no news.
 */
export const recordReceipts = async (tx: Tx, receipts: FinalReceipt[]): Promise<Changed[]> =>
  told(
    tx,
    await tx.$queryRaw<Changed[]>(sql`
    WITH told AS (
      SELECT n, r->>'route' AS route, (r->>'delivered')::boolean AS delivered, r->>'reply' AS reply,
        ARRAY(SELECT jsonb_array_elements_text(r->'ids')) AS ids
      FROM jsonb_array_elements(${JSON.stringify(receipts)}::jsonb) WITH ORDINALITY AS x(r, n)),
    meant AS (
      SELECT t.*, m.id AS message FROM told t LEFT JOIN LATERAL (
        SELECT id FROM message m
        WHERE m.route = t.route AND m.provider_id = ANY(t.ids)
          AND (m.state = 'SENT_ON' OR (t.delivered AND m.state = 'DELIVERED' AND NOT EXISTS (
            SELECT 1 FROM message_event e WHERE e.message_id = m.id AND e.kind = 'DELIVERED' AND e.route IS NOT NULL)))
        ORDER BY m.provider_id = t.ids[1] DESC, m.sent_on_at DESC LIMIT 1) m ON true),
    first AS (SELECT DISTINCT ON (message) * FROM meant WHERE message IS NOT NULL ORDER BY message, n),
    changed AS (
      UPDATE message m SET state = CASE WHEN f.delivered THEN 'DELIVERED' ELSE 'REFUSED' END,
        delivered_at = CASE WHEN f.delivered THEN coalesce(m.delivered_at, app_now()) END, reply = f.reply, patience_until = NULL,
        refusal = CASE WHEN NOT f.delivered THEN CASE f.reply WHEN 'rejected' THEN 'MESSAGE' ELSE 'ADDRESS' END END
      FROM first f WHERE m.id = f.message
      RETURNING m.id, m.content_ref, m.channel, m.lane, m.queued_at, f.route, f.reply, m.refusal, m.avoid,
        CASE WHEN f.delivered THEN 'DELIVERED' ELSE 'REFUSED' END AS kind, f.delivered AS done,
        old.stuck_at IS NOT NULL AS was_stuck, old.state AS was_state, false AS failing, false AS first_failed),
    noted AS (INSERT INTO message_event (message_id, kind, route, reply) SELECT id, kind, route, reply FROM changed),
    kept AS (
      INSERT INTO orphan_receipt (route, provider_id, state)
      SELECT t.route, unnest(t.ids), t.reply FROM meant t
      WHERE t.message IS NULL AND NOT EXISTS (
        SELECT 1 FROM message o WHERE o.route = t.route AND o.provider_id = ANY(t.ids) AND o.sent_on_at > app_now() - interval '1 day'))
    SELECT ${SHOWN} FROM changed`),
  );

/**
 * Takes the receipts that came before the ids they name were written. Carriers count from one again: what has lain there for
 * an hour was meant for another message, and goes.
 */
export async function takeOrphans(
  tx: Tx,
  sent: { route: string; id: string }[],
): Promise<{ route: string; id: string; state: string }[]> {
  if (sent.length === 0) return [];
  const rows = await tx.$queryRaw<{ route: string; id: string; state: string; fresh: boolean }[]>`
    DELETE FROM orphan_receipt o USING jsonb_to_recordset(${JSON.stringify(sent)}::jsonb) AS s(route text, id text)
    WHERE o.route = s.route AND o.provider_id = s.id
    RETURNING o.route, o.provider_id AS id, o.state, o.at > app_now() - interval '1 hour' AS fresh`;
  return rows.filter(({ fresh }) => fresh);
}
