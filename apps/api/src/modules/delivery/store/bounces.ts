import { announce } from '#platform/announcer';
import { sql, type Tx } from '#platform/database';
import type { Changed } from './record.ts';

/** A message of which a relay that had taken it says something more. */
export type Bounced = Pick<
  Changed,
  | 'id'
  | 'contentRef'
  | 'channel'
  | 'lane'
  | 'route'
  | 'kind'
  | 'reply'
  | 'refusal'
  | 'at'
  | 'wasStuck'
  | 'avoid'
>;

type ToBounce = { state: string; lane: string; route: string | null; address: Uint8Array };

/** A mail as it stands, which stays so until the end of the transaction, with its sealed address; undefined where there is none. */
export async function lockToBounce(tx: Tx, id: string): Promise<ToBounce | undefined> {
  const [row] = await tx.$queryRaw<ToBounce[]>`
    SELECT state, lane, route, address FROM message WHERE id = ${id}::uuid AND channel = 'EMAIL' FOR UPDATE`;
  return row;
}

const SHOWN = sql`id, content_ref AS "contentRef", channel, lane, route, kind, reply, refusal, app_now() AS at, was_stuck AS "wasStuck", avoid`;

/** A relay that had taken it says what became of it. */
export async function endBounced(
  tx: Tx,
  m: { id: string; state: 'REFUSED' | 'DELIVERED'; reply: string; refusal: Changed['refusal'] },
): Promise<Bounced | undefined> {
  const [ended] = await tx.$queryRaw<Bounced[]>`
    WITH changed AS (
      UPDATE message SET state = ${m.state}, reply = ${m.reply}, refusal = ${m.refusal}, patience_until = NULL,
        delivered_at = CASE WHEN ${m.state} = 'DELIVERED' THEN app_now() END
      WHERE id = ${m.id}::uuid AND state = 'SENT_ON'
      RETURNING id, content_ref, channel, lane, route, state AS kind, reply, refusal, avoid, stuck_at IS NOT NULL AS was_stuck),
    noted AS (INSERT INTO message_event (message_id, kind, route, reply) SELECT id, kind, route, reply FROM changed)
    SELECT ${SHOWN} FROM changed`;
  if (ended) announce(tx, 'content_changed', ended.contentRef);
  return ended;
}

/** A relay is still trying: a line in the message's story; where its provider refuses us, or that relay, it counts as stuck. */
export async function noteDelay(
  tx: Tx,
  m: { id: string; reply: string; stuck: boolean },
): Promise<Bounced | undefined> {
  const [delayed] = await tx.$queryRaw<Bounced[]>`
    WITH changed AS (
      UPDATE message SET stuck_at = CASE WHEN ${m.stuck} THEN coalesce(stuck_at, app_now()) ELSE stuck_at END,
        patience_until = CASE WHEN NOT ${m.stuck} THEN patience_until END
      WHERE id = ${m.id}::uuid AND state = 'SENT_ON'
      RETURNING id, content_ref, channel, lane, route, 'DEFERRED' AS kind, ${m.reply}::text AS reply, refusal, avoid, old.stuck_at IS NOT NULL AS was_stuck),
    noted AS (INSERT INTO message_event (message_id, kind, route, reply) SELECT id, kind, route, reply FROM changed)
    SELECT ${SHOWN} FROM changed`;
  if (delayed && m.stuck) announce(tx, 'content_changed', delayed.contentRef);
  return delayed;
}
