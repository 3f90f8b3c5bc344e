import { announce } from '#platform/announcer';
import type { Sql, Tx } from '#platform/database';
import { PRIORITY } from './queue.ts';

/** Codes in a lane that somebody waits for, counted up to `most`. */
export async function codesWaiting(tx: Tx, lane: string, most: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ codes: number }[]>`
    SELECT count(*)::int AS codes FROM (
      SELECT 1 FROM message WHERE lane = ${lane} AND state = 'QUEUED' AND priority = ${PRIORITY.CODE} LIMIT ${most}) waiting`;
  return row?.codes ?? 0;
}

/**
 * What waits of the contents that `refs` selects goes behind the codes that somebody needs to go on. What is in hand is left
 * alone. Found by content first: of all that waits there may be much.
 */
export const putBehindCodes = (tx: Tx, refs: Sql): Promise<number> =>
  tx.$executeRaw`
    WITH theirs AS (
      SELECT m.id FROM (${refs}) AS r (ref), LATERAL (SELECT id FROM message WHERE content_ref = ref OFFSET 0) m),
    waiting AS (
      SELECT m.id FROM theirs, LATERAL (
        SELECT id FROM message WHERE id = theirs.id AND state = 'QUEUED' AND priority = ${PRIORITY.CODE} AND leased_until IS NULL
        FOR UPDATE SKIP LOCKED) m)
    UPDATE message m SET priority = ${PRIORITY.RECEIPT} WHERE m.id = ANY (ARRAY(SELECT id FROM waiting))`;

/** Drops up to `limit` messages that wait past their end, in nobody's hand: they are to use up no pace. Gives their lanes. */
export async function dropExpired(tx: Tx, limit: number): Promise<string[]> {
  const dropped = await tx.$queryRaw<{ lane: string; contentRef: string }[]>`
    WITH over AS (
      SELECT id FROM message
      WHERE state = 'QUEUED' AND expires_at <= app_now() AND leased_until IS NULL
      ORDER BY lane, priority, queued_at DESC LIMIT ${limit} FOR UPDATE SKIP LOCKED),
    changed AS (
      UPDATE message m SET state = 'DROPPED', patience_until = NULL
      FROM over WHERE m.id = over.id RETURNING m.id, m.lane, m.content_ref),
    noted AS (INSERT INTO message_event (message_id, kind) SELECT id, 'DROPPED' FROM changed)
    SELECT lane, content_ref AS "contentRef" FROM changed`;
  for (const { contentRef } of dropped) announce(tx, 'content_changed', contentRef);
  return dropped.map(({ lane }) => lane);
}
