import { announce } from '#platform/announcer';
import { claim, type Sql, sql, type Tx } from '#platform/database';
import type { Channel } from '../ports.ts';

export type NewMessage = {
  kind: 'CODE' | 'RECEIPT' | 'NOTICE';
  contentRef: string;
  channel: Channel;
  lane: string;
  address: Uint8Array;
  addressIndex: Uint8Array;
  maskedAddress: string;
  cause: 'ASKED' | 'ASKED_AGAIN' | 'FAILOVER' | 'PROBE';
  locale: 'id' | 'en';
  expiresAt: Date;
  /** Routes that are not to be taken again, while another is left. */
  avoid?: string[];
  /** The hashed network that asked for a code, which budgets count SMS by. */
  network?: string;
};
/** With the number block of an SMS; empty for mail. */
export type Queued = NewMessage & { prefix: string };

/** Codes before receipts before notices. */
export const PRIORITY = { CODE: 0, RECEIPT: 1, NOTICE: 2 } as const;

/** Puts a message into its lane in the caller's transaction and wakes the workers when that commits. One statement. */
export async function insertMessage(tx: Tx, message: Queued): Promise<void> {
  announceQueued(tx, message);
  await tx.$executeRaw`WITH ${queueing([message])} SELECT 1`;
}

/** Wakes the workers, and whoever looks at it, when the transaction commits. */
export function announceQueued(tx: Tx, { lane, contentRef }: Queued): void {
  announce(tx, 'message_ready', lane);
  announce(tx, 'content_changed', contentRef);
}

/** Messages as a part of a larger statement (`WITH ..., <this>`), which `announceQueued` is to tell of. */
export function queueing(messages: Queued[]): Sql {
  const each = <T>(value: (message: Queued) => T): T[] => messages.map(value);
  return sql`
    queued AS (
      INSERT INTO message (kind, priority, content_ref, channel, lane, address, address_index, masked_address, cause, locale, expires_at, avoid, network, prefix)
      SELECT kind, priority, content_ref, channel, lane, address, address_index, masked_address, cause, locale, expires_at,
        ARRAY(SELECT jsonb_array_elements_text(avoid)), network, prefix
      FROM unnest(${each((m) => m.kind)}::text[], ${each((m) => PRIORITY[m.kind])}::smallint[], ${each((m) => m.contentRef)}::text[],
        ${each((m) => m.channel)}::text[], ${each((m) => m.lane)}::text[], ${each((m) => m.address)}::bytea[],
        ${each((m) => m.addressIndex)}::bytea[], ${each((m) => m.maskedAddress)}::text[], ${each((m) => m.cause)}::text[],
        ${each((m) => m.locale)}::text[], ${each((m) => m.expiresAt)}::timestamptz[],
        ${each((m) => JSON.stringify(m.avoid ?? []))}::jsonb[], ${each((m) => (m.channel === 'SMS' ? (m.network ?? '') : ''))}::text[],
        ${each((m) => m.prefix)}::text[])
        AS m (kind, priority, content_ref, channel, lane, address, address_index, masked_address, cause, locale, expires_at, avoid, network, prefix))`;
}

/** Until the end of the transaction, whoever wants to write to this address as well waits. */
export async function lockAddress(tx: Tx, addressIndex: Uint8Array): Promise<void> {
  const key = `address:${Buffer.from(addressIndex).toString('hex')}`;
  claim(tx, key);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

export type Claimed = {
  id: string;
  kind: string;
  contentRef: string;
  channel: Channel;
  lane: string;
  address: Uint8Array;
  locale: 'id' | 'en';
  avoid: string[];
  queuedAt: Date;
  expiresAt: Date;
  attempts: number;
  /** How long ago it was news that its carrier asks for a lower rate because of it; null: never. */
  throttledAgo: number | null;
  now: Date;
};
export type Draw = {
  room: number;
  worker: string;
  places: number;
  rate: number;
  leaseSeconds: number;
  /** Until when, by the real time of the database, what was leased and not renewed may be taken as well. */
  takeOverUntil: Date | null;
};

/**
 * Leases up to `room` due messages of a lane, newest first within a priority, as far as the lane's pace and the places of all
 * workers together allow (SQL function claim_messages).
 */
export const claimMessages = (
  tx: Tx,
  lane: string,
  { room, worker, places, rate, leaseSeconds, takeOverUntil }: Draw,
): Promise<Claimed[]> =>
  tx.$queryRaw<Claimed[]>(sql`
    SELECT id, kind, content_ref AS "contentRef", channel, lane, address, locale, avoid, queued_at AS "queuedAt",
      expires_at AS "expiresAt", attempts, extract(epoch FROM app_now() - throttled_since)::float8 AS "throttledAgo", app_now() AS now
    FROM claim_messages(${lane}, ${room}::int, ${worker}, ${places}::int, ${rate}::float8, ${leaseSeconds}::float8, ${takeOverUntil}::timestamptz)
    ORDER BY priority, queued_at DESC`);

export type Leased = { id: string; attempt: number };

/**
 * Renews leases of what a worker still has by the claims it knows of; gives those renewed. What is being written down at the
 * moment needs none.
 */
export const renewLeases = (tx: Tx, worker: string, leased: Leased[], seconds: number): Promise<Leased[]> =>
  tx.$queryRaw<Leased[]>`
    WITH mine AS (
      SELECT m.id FROM message m JOIN jsonb_to_recordset(${JSON.stringify(leased)}::jsonb) AS l(id uuid, attempt int) ON m.id = l.id
      WHERE m.state = 'QUEUED' AND m.leased_by = ${worker} AND m.attempts = l.attempt FOR UPDATE OF m SKIP LOCKED)
    UPDATE message m SET leased_until = clock_timestamp() + make_interval(secs => ${seconds}::float8)
    FROM mine WHERE m.id = mine.id RETURNING m.id, m.attempts AS attempt`;

/**
 * Lanes in which something waits, and the real time of the database: what a worker polls for behind the notifications. One step in
 * the index a lane.
 */
export async function lanesWaiting(tx: Tx): Promise<{ lanes: string[]; at: Date }> {
  const [row] = await tx.$queryRaw<{ lanes: string[]; at: Date }[]>`
    WITH RECURSIVE waiting AS (
      (SELECT lane FROM message WHERE state = 'QUEUED' ORDER BY lane LIMIT 1)
      UNION ALL
      SELECT (SELECT lane FROM message WHERE state = 'QUEUED' AND lane > w.lane ORDER BY lane LIMIT 1) FROM waiting w WHERE w.lane IS NOT NULL)
    SELECT ARRAY(SELECT lane FROM waiting WHERE lane IS NOT NULL) AS lanes, clock_timestamp() AS at`;
  if (!row) throw new Error('the queue gave no row');
  return row;
}
