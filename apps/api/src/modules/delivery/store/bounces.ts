import type { Tx } from '#platform/database';
import type { Channel } from '../ports.ts';

type Ended = { contentRef: string; channel: Channel; lane: string; at: Date };

/** The state of a message, which stays as it is until the end of the transaction; undefined where there is none. */
export async function stateToBounce(tx: Tx, id: string): Promise<string | undefined> {
  const rows = await tx.$queryRaw<{ state: string }[]>`
    SELECT state FROM message WHERE id = ${id}::uuid FOR UPDATE`;
  return rows[0]?.state;
}

/** A relay that had taken it says what became of it. */
export async function endBounced(
  tx: Tx,
  m: { id: string; state: 'REFUSED' | 'DELIVERED'; reply: string },
): Promise<Ended | undefined> {
  const rows = await tx.$queryRaw<Ended[]>`
    WITH changed AS (
      UPDATE message SET state = ${m.state}, reply = ${m.reply}, patience_until = NULL,
        delivered_at = CASE WHEN ${m.state} = 'DELIVERED' THEN app_now() END
      WHERE id = ${m.id}::uuid AND state = 'SENT_ON'
      RETURNING id, content_ref, channel, lane, route),
    noted AS (INSERT INTO message_event (message_id, kind, route, reply) SELECT id, ${m.state}, route, ${m.reply} FROM changed)
    SELECT content_ref AS "contentRef", channel, lane, app_now() AS at, pg_notify('content_changed', content_ref)::text AS told
    FROM changed`;
  return rows[0];
}

/** A relay is still trying: a line in the message's story, nothing else. */
export const noteDelay = (tx: Tx, m: { id: string; reply: string }): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO message_event (message_id, kind, route, reply)
    SELECT id, 'DEFERRED', route, ${m.reply} FROM message WHERE id = ${m.id}::uuid AND state = 'SENT_ON'`;
