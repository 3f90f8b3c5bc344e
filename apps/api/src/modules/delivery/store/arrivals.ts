import { announce } from '#platform/announcer';
import { type Tx, together } from '#platform/database';

export type Arrival = {
  lane: string;
  route: string;
  took: number | null;
  kind: 'arrived' | 'dropped' | 'known';
  /** Whether anything of it changed by what was said. */
  isNews: boolean;
  /** The number block of an SMS; empty for mail. */
  prefix: string;
};

/**
 * The person says it arrived, or the code of it was entered: the only news mail gives. It is said of a message only where
 * no other can be meant: none has a receipt, and none waits on another channel. A row that is being receipted at this moment
 * is left to the carrier's word. With `over` nobody needs the content any more: what still waits is dropped, and nothing dead
 * goes out late (R57). Nobody misses any of it any more. Gives every message of the content, for the lanes' figures.
 */
export async function markArrived(tx: Tx, contentRef: string, over: boolean): Promise<Arrival[]> {
  const arrivals = await markAll(tx, { contentRef, over });
  if (arrivals.some(({ kind }) => kind !== 'known')) announce(tx, 'content_changed', contentRef);
  return arrivals;
}

const markAll = together(async (tx, all: { contentRef: string; over: boolean }[]): Promise<Arrival[][]> => {
  const rows = await tx.$queryRaw<(Arrival & { ref: string })[]>`
    WITH told AS (
      SELECT * FROM unnest(${all.map(({ contentRef }) => contentRef)}::text[], ${all.map(({ over }) => over)}::boolean[]) AS t (ref, over)),
    mine AS (
      SELECT ref, over, id, lane, route, prefix, channel, state, leased_by, queued_at, missing_at FROM told, LATERAL (
        SELECT * FROM message WHERE content_ref = ref OFFSET 0) m),
    judged AS (
      SELECT id, missing_at, CASE
          WHEN state = 'SENT_ON' AND NOT EXISTS (
            SELECT 1 FROM mine o WHERE o.ref = m.ref AND (o.state = 'DELIVERED' OR (o.state = 'SENT_ON' AND o.channel <> m.channel))) THEN 'DELIVERED'
          WHEN over AND state = 'QUEUED' AND leased_by IS NULL THEN 'DROPPED' END AS becomes
      FROM mine m),
    meant AS (SELECT id, becomes FROM judged WHERE becomes IS NOT NULL OR missing_at IS NOT NULL),
    locked AS (
      SELECT m.id, becomes FROM message m JOIN meant USING (id) WHERE m.id = ANY (ARRAY(SELECT id FROM meant))
      FOR UPDATE OF m SKIP LOCKED),
    changed AS (
      UPDATE message m SET state = coalesce(becomes, state), missing_at = NULL,
        patience_until = CASE WHEN becomes IS NULL THEN patience_until END,
        delivered_at = CASE becomes WHEN 'DELIVERED' THEN app_now() ELSE delivered_at END
      FROM locked WHERE m.id = locked.id AND m.id = ANY (ARRAY(SELECT id FROM locked)) RETURNING m.id, becomes),
    noted AS (
      INSERT INTO message_event (message_id, kind, reply)
      SELECT id, becomes, CASE becomes WHEN 'DELIVERED' THEN 'reported' END FROM changed WHERE becomes IS NOT NULL)
    SELECT ref, lane, coalesce(route, '') AS route, prefix, changed.id IS NOT NULL AS "isNews",
      CASE becomes WHEN 'DELIVERED' THEN 'arrived' WHEN 'DROPPED' THEN 'dropped' ELSE 'known' END AS kind,
      CASE becomes WHEN 'DELIVERED' THEN extract(epoch FROM app_now() - queued_at)::float8 END AS took
    FROM mine LEFT JOIN changed USING (id)`;
  return all.map(({ contentRef }) => rows.filter(({ ref }) => ref === contentRef));
});

/**
 * The person says that it has not arrived: of what a carrier took and nobody has said to have arrived. Their last word counts. Gives
 * whether it is another one than the last.
 */
export async function markMissing(tx: Tx, contentRef: string): Promise<boolean> {
  const marked = await tx.$queryRaw<{ isNews: boolean }[]>`
    WITH mine AS (
      SELECT id FROM message WHERE content_ref = ${contentRef} AND state = 'SENT_ON' ORDER BY id FOR UPDATE SKIP LOCKED)
    UPDATE message m SET missing_at = app_now() FROM mine WHERE m.id = mine.id RETURNING old.missing_at IS NULL AS "isNews"`;
  return marked.some(({ isNews }) => isNews);
}
