import type { Tx } from '#platform/database';
import type { Channel } from '../ports.ts';

export type MessageRow = {
  id: string;
  contentRef: string;
  channel: Channel;
  lane: string;
  address: Uint8Array;
  addressIndex: Uint8Array;
  maskedAddress: string;
  state: string;
  cause: 'ASKED' | 'ASKED_AGAIN' | 'FAILOVER';
  queuedAt: Date;
  sentOnAt: Date | null;
  deliveredAt: Date | null;
};

export const messagesFor = (tx: Tx, contentRef: string): Promise<MessageRow[]> =>
  tx.$queryRaw<MessageRow[]>`
    SELECT id, content_ref AS "contentRef", channel, lane, address, address_index AS "addressIndex", masked_address AS "maskedAddress",
      state, cause, queued_at AS "queuedAt", sent_on_at AS "sentOnAt", delivered_at AS "deliveredAt"
    FROM message WHERE content_ref = ${contentRef} ORDER BY queued_at, id`;

export type EventKind = 'QUEUED' | 'SENT_ON' | 'DELIVERED' | 'DEFERRED' | 'UNKNOWN' | 'REFUSED' | 'DROPPED';
export type EventRow = {
  messageId: string;
  at: Date;
  kind: EventKind;
  route: string | null;
  reply: string | null;
};

/** The timeline of a content reference's messages, oldest first (for the desk: with routes and replies). */
export const eventsFor = (tx: Tx, contentRef: string): Promise<EventRow[]> =>
  tx.$queryRaw<EventRow[]>`
    SELECT e.message_id AS "messageId", e.at, e.kind, e.route, e.reply
    FROM message_event e JOIN message m ON m.id = e.message_id
    WHERE m.content_ref = ${contentRef} ORDER BY e.id`;

export type LaneRow = { id: string; channel: Channel; name: string; live: boolean };

export const knownLanes = (tx: Tx): Promise<LaneRow[]> =>
  tx.$queryRaw<LaneRow[]>`SELECT id, channel, name, live FROM lane ORDER BY channel DESC, id`;

export type ArrivalRow = { lane: string; samples: number; p50: number | null; p95: number | null };

/** Arrival times in seconds per lane over the last 24 h, from receipts and reports. */
export const arrivalTimes = (tx: Tx): Promise<ArrivalRow[]> =>
  tx.$queryRaw<ArrivalRow[]>`
    SELECT lane, count(*)::int AS samples,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM delivered_at - queued_at)) AS p50,
      percentile_cont(0.95) WITHIN GROUP (ORDER BY extract(epoch FROM delivered_at - queued_at)) AS p95
    FROM message WHERE delivered_at > app_now() - interval '24 hours' GROUP BY lane`;

/** When messages were queued to one address within the last `minutes`, oldest first: what the per-number cap looks at. */
export async function sentToAddress(tx: Tx, addressIndex: Uint8Array, minutes: number): Promise<Date[]> {
  const rows = await tx.$queryRaw<{ queuedAt: Date }[]>`
    SELECT queued_at AS "queuedAt" FROM message
    WHERE address_index = ${new Uint8Array(addressIndex)} AND queued_at > app_now() - make_interval(mins => ${minutes})
    ORDER BY queued_at`;
  return rows.map(({ queuedAt }) => queuedAt);
}
