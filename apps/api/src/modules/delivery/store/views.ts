import { type Sql, sql, type Tx, together } from '#platform/database';
import type { Channel } from '../ports.ts';
import type { Health, HealthReason } from '../rules/judge-health.ts';
import type { Changed } from './record.ts';

export type MessageRow = {
  id: string;
  contentRef: string;
  channel: Channel;
  lane: string;
  address: Uint8Array;
  addressIndex: Uint8Array;
  maskedAddress: string;
  state: string;
  cause: 'ASKED' | 'ASKED_AGAIN' | 'FAILOVER' | 'PROBE';
  queuedAt: Date;
  sentOnAt: Date | null;
  deliveredAt: Date | null;
  patienceUntil: Date | null;
  stuckAt: Date | null;
  attempts: number;
  route: string | null;
  /** What the last attempt was answered. */
  reply: string | null;
  refusal: Changed['refusal'];
};

const COLUMNS = sql`id, content_ref AS "contentRef", channel, lane, address, address_index AS "addressIndex", masked_address AS "maskedAddress",
      state, cause, queued_at AS "queuedAt", sent_on_at AS "sentOnAt", delivered_at AS "deliveredAt",
      patience_until AS "patienceUntil", stuck_at AS "stuckAt", attempts, route, reply, refusal`;

/** A content's messages, oldest first. */
export const messagesFor = together(async (tx, refs: string[]): Promise<MessageRow[][]> => {
  const rows = await tx.$queryRaw<
    MessageRow[]
  >`SELECT ${COLUMNS} FROM unnest(${refs}::text[]) AS r (ref), LATERAL (
      SELECT * FROM message WHERE content_ref = ref OFFSET 0) mine ORDER BY queued_at, id`;
  return refs.map((ref) => rows.filter(({ contentRef }) => contentRef === ref));
});

/** The messages of all content references that `refs` selects. */
export const messagesAmong = (tx: Tx, refs: Sql): Promise<MessageRow[]> =>
  tx.$queryRaw<MessageRow[]>`SELECT ${COLUMNS} FROM (${refs}) AS r (ref), LATERAL (
      SELECT * FROM message WHERE content_ref = ref OFFSET 0) mine ORDER BY queued_at, id`;

export type EventKind = 'QUEUED' | 'SENT_ON' | 'DELIVERED' | 'DEFERRED' | 'UNKNOWN' | 'REFUSED' | 'DROPPED';
export type EventRow = {
  messageId: string;
  at: Date;
  kind: EventKind;
  route: string | null;
  reply: string | null;
};

/**
 * The timeline of a content reference's messages, oldest first (for the desk: with routes and replies). That it was queued, the
 * message says itself.
 */
export const eventsFor = (tx: Tx, contentRef: string): Promise<EventRow[]> =>
  tx.$queryRaw<EventRow[]>`
    WITH mine AS (SELECT id, queued_at FROM message WHERE content_ref = ${contentRef})
    SELECT "messageId", at, kind, route, reply
    FROM (
      SELECT id AS "messageId", queued_at AS at, 'QUEUED' AS kind, NULL AS route, NULL AS reply, 0 AS place FROM mine
      UNION ALL
      SELECT e.message_id, e.at, e.kind, e.route, e.reply, e.id FROM message_event e JOIN mine m ON m.id = e.message_id) event
    ORDER BY at, place`;

export type LaneRow = {
  id: string;
  channel: Channel;
  name: string;
  live: boolean;
  withdrawn: boolean;
  listed: boolean;
  health: Health;
  reason: HealthReason;
  since: Date | null;
  samples: number;
  p50: number | null;
  p95: number | null;
};

/** The lanes we know by name, those that only have been judged, and `mail:*` for those without a row where it was decided about. */
export const knownLanes = (tx: Tx): Promise<LaneRow[]> =>
  tx.$queryRaw<LaneRow[]>`
    SELECT lane AS id, coalesce(l.channel, CASE WHEN lane LIKE 'sms:%' THEN 'SMS' ELSE 'EMAIL' END) AS channel,
      coalesce(l.name, regexp_replace(lane, '^[a-z]+:(mx:)?', '')) AS name, coalesce(l.live, w.live, lane NOT LIKE 'sms:%') AS live,
      CASE WHEN l.live IS NULL THEN w.withdrawn_at ELSE l.withdrawn_at END IS NOT NULL AS withdrawn, l.live IS NOT NULL AS listed,
      coalesce(h.state, 'UNKNOWN') AS health, coalesce(h.reason, 'no-traffic') AS reason, h.since, coalesce(h.samples, 0) AS samples, h.p50, h.p95
    FROM (SELECT id AS lane, channel, name, live, withdrawn_at FROM lane) l FULL JOIN lane_health h USING (lane)
      LEFT JOIN lane w ON w.id = split_part(lane, ':', 1) || ':*'
    ORDER BY l.channel DESC NULLS LAST, lane`;

/** The lanes of mail domains whose exchangers were looked up. */
export async function rolledUp(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ domain: string; lane: string }[]>`SELECT domain, lane FROM mail_domain`;
  return new Map(rows.map(({ domain, lane }) => [`mail:${domain}`, lane]));
}

/**
 * For which contents, and when, messages were queued to one address within the last `minutes`, oldest first: what the per-number cap
 * looks at. One that no carrier took never reached the number, and is none of them.
 */
export const sentToAddress = (
  tx: Tx,
  addressIndex: Uint8Array,
  minutes: number,
): Promise<{ ref: string; queuedAt: Date }[]> =>
  tx.$queryRaw<{ ref: string; queuedAt: Date }[]>`
    SELECT content_ref AS ref, queued_at AS "queuedAt" FROM message
    WHERE address_index = ${new Uint8Array(addressIndex)} AND queued_at > app_now() - make_interval(mins => ${minutes})
      AND NOT (state = 'REFUSED' AND sent_on_at IS NULL)
    ORDER BY queued_at`;

export async function laneNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`SELECT id, name FROM lane`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
