import { announce } from '#platform/announcer';
import { type Sql, sql, type Tx } from '#platform/database';
import { bytes } from '#platform/digest';
import type { Channel } from '../ports.ts';

export type NewMessage = {
  kind: 'CODE' | 'RECEIPT' | 'NOTICE';
  contentRef: string;
  channel: Channel;
  lane: string;
  address: Uint8Array;
  addressIndex: Uint8Array;
  maskedAddress: string;
  cause: 'ASKED' | 'ASKED_AGAIN' | 'FAILOVER';
  locale: 'id' | 'en';
  /** A moment, or where a larger statement finds it. */
  expiresAt: Date | Sql;
};

/** Codes before receipts before notices. */
const PRIORITY = { CODE: 0, RECEIPT: 1, NOTICE: 2 } as const;

/** Puts a message into its lane in the caller's transaction and wakes the workers when that commits. One statement. */
export async function insertMessage(tx: Tx, message: NewMessage): Promise<void> {
  await tx.$executeRaw`WITH ${queueing(tx, message)} SELECT 1`;
}

/** The same as a part of a larger statement in `tx` (`WITH ..., <this>`). */
export function queueing(tx: Tx, m: NewMessage): Sql {
  announce(tx, 'message_ready', m.lane);
  announce(tx, 'content_changed', m.contentRef);
  return sql`
    queued AS (
      INSERT INTO message (kind, priority, content_ref, channel, lane, address, address_index, masked_address, cause, locale, expires_at)
      VALUES (${m.kind}, ${PRIORITY[m.kind]}, ${m.contentRef}, ${m.channel}, ${m.lane}, ${bytes(m.address)}, ${bytes(m.addressIndex)},
              ${m.maskedAddress}, ${m.cause}, ${m.locale}, ${m.expiresAt})
      RETURNING id),
    noted AS (INSERT INTO message_event (message_id, kind) SELECT id, 'QUEUED' FROM queued)`;
}

/** Until the end of the transaction, whoever wants to write to this address as well waits. */
export async function lockAddress(tx: Tx, addressIndex: Uint8Array): Promise<void> {
  const key = `address:${Buffer.from(addressIndex).toString('hex')}`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

export type Claimed = {
  id: string;
  contentRef: string;
  channel: Channel;
  lane: string;
  address: Uint8Array;
  locale: 'id' | 'en';
  queuedAt: Date;
  expiresAt: Date;
  attempts: number;
  now: Date;
};

/**
 * Leases up to `limit` due messages of a lane for 30 s, newest first within a priority. The lease is judged by the
 * machine's clock, not app_now(): it bounds a worker's silence, not a deadline of the product.
 */
export const claimMessages = (tx: Tx, lane: string, limit: number, worker: string): Promise<Claimed[]> =>
  tx.$queryRaw<Claimed[]>(sql`
    WITH due AS (
      SELECT id FROM message
      WHERE state = 'QUEUED' AND lane = ${lane} AND not_before <= app_now()
        AND (leased_until IS NULL OR leased_until < clock_timestamp())
      ORDER BY priority, queued_at DESC LIMIT ${limit} FOR UPDATE SKIP LOCKED),
    leased AS (
      UPDATE message m
      SET leased_until = clock_timestamp() + interval '30 seconds', leased_by = ${worker}, attempts = attempts + 1
      FROM due WHERE m.id = due.id
      RETURNING m.*)
    SELECT id, content_ref AS "contentRef", channel, lane, address, locale, queued_at AS "queuedAt",
      expires_at AS "expiresAt", attempts, app_now() AS now
    FROM leased ORDER BY priority, queued_at DESC`);

/** Lanes in which something is due: what a worker polls for behind the notifications. */
export async function lanesDue(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ lane: string }[]>`
    SELECT DISTINCT lane FROM message
    WHERE state = 'QUEUED' AND not_before <= app_now() AND (leased_until IS NULL OR leased_until < clock_timestamp())`;
  return rows.map(({ lane }) => lane);
}
