import type { Channel, Destination } from '#modules/delivery';
import { type Sql, sendAlong, sql, type Tx } from '#platform/database';
import { bytes } from '#platform/digest';
import type { ChannelView } from './index.ts';

export const openOf = (tx: Tx, owner: string): Promise<ChannelView[]> =>
  tx.$queryRaw<ChannelView[]>`
    SELECT id, channel, masked_address AS "maskedAddress", lane, confirmed_at IS NOT NULL AS confirmed, binding
    FROM contact_channel WHERE owner = ${owner}::uuid AND replaced_at IS NULL ORDER BY channel DESC, proposed_at`;

export const confirmedOf = (tx: Tx, owner: string): Promise<Destination[]> =>
  tx.$queryRaw<Destination[]>`
    SELECT channel, address, address_index AS "addressIndex", masked_address AS "maskedAddress", lane
    FROM contact_channel WHERE owner = ${owner}::uuid AND confirmed_at IS NOT NULL AND replaced_at IS NULL`;

/** An address of this kind that waits to be confirmed. */
export async function proposedOf(
  tx: Tx,
  owner: string,
  channel: Channel,
): Promise<(Destination & { binding: Uint8Array }) | undefined> {
  const [row] = await tx.$queryRaw<(Destination & { binding: Uint8Array })[]>`
    SELECT channel, address, address_index AS "addressIndex", masked_address AS "maskedAddress", lane, binding
    FROM contact_channel
    WHERE owner = ${owner}::uuid AND channel = ${channel} AND confirmed_at IS NULL AND replaced_at IS NULL`;
  return row;
}

/** What is known of an address that is proposed: itself, and the bindings of others of its kind that wait. */
export type Place = { known: 'confirmed' | 'proposed' | null; others: Uint8Array[] };

/** Puts a proposed address where neither it nor another of its kind waits, and tells what is there. */
export async function putWhereFree(
  tx: Tx,
  owner: string,
  d: Destination,
  binding: Uint8Array,
): Promise<Place> {
  const [place] = await tx.$queryRaw<Place[]>`
    WITH open AS (
      SELECT binding, confirmed_at IS NOT NULL AS confirmed FROM contact_channel
      WHERE owner = ${owner}::uuid AND channel = ${d.channel} AND replaced_at IS NULL),
    known AS (SELECT confirmed FROM open WHERE binding = ${bytes(binding)}),
    others AS (SELECT binding FROM open WHERE NOT confirmed AND binding <> ${bytes(binding)}),
    put AS (
      INSERT INTO contact_channel (owner, channel, address, address_index, masked_address, lane, binding)
      SELECT ${owner}::uuid, ${d.channel}, ${bytes(d.address)}::bytea, ${bytes(d.addressIndex)}::bytea, ${d.maskedAddress}, ${d.lane}, ${bytes(binding)}::bytea
      WHERE NOT EXISTS (SELECT 1 FROM known) AND NOT EXISTS (SELECT 1 FROM others))
    SELECT (SELECT CASE WHEN bool_or(confirmed) THEN 'confirmed' WHEN count(*) > 0 THEN 'proposed' END FROM known) AS known,
      ARRAY(SELECT binding FROM others) AS others`;
  if (!place) throw new Error('a select without FROM gave no row');
  return place;
}

/** Puts a proposed address in the place of those of its kind that wait. */
export async function putInPlace(tx: Tx, owner: string, d: Destination, binding: Uint8Array): Promise<void> {
  await tx.$executeRaw`
    UPDATE contact_channel SET replaced_at = app_now()
    WHERE owner = ${owner}::uuid AND channel = ${d.channel} AND confirmed_at IS NULL AND replaced_at IS NULL`;
  await putWhereFree(tx, owner, d, binding);
}

/** The bindings of a taxpayer's addresses in use, in the order of `openOf`: for a statement of somebody else's. */
export const openBindings = (owner: string): Sql => sql`
  SELECT binding, row_number() OVER (ORDER BY channel DESC, proposed_at) FROM contact_channel
  WHERE owner = ${owner}::uuid AND replaced_at IS NULL`;

/**
 * The binding names owner, kind and address; a confirmed address of the same kind gives way. Asked for by owner, too: the
 * index of those that wait, believed to be nearly empty, was otherwise read from end to end.
 */
export const confirmProposed = (tx: Tx, owner: string, binding: Uint8Array): void =>
  sendAlong(
    tx,
    tx.$executeRaw`
    WITH gone AS (
      UPDATE contact_channel old SET replaced_at = app_now() FROM contact_channel new
      WHERE new.owner = ${owner}::uuid AND new.binding = ${bytes(binding)} AND new.confirmed_at IS NULL AND new.replaced_at IS NULL
        AND old.owner = ${owner}::uuid AND old.channel = new.channel AND old.confirmed_at IS NOT NULL AND old.replaced_at IS NULL
      RETURNING old.id)
    UPDATE contact_channel SET confirmed_at = app_now()
    WHERE owner = ${owner}::uuid AND binding = ${bytes(binding)} AND confirmed_at IS NULL AND replaced_at IS NULL
      AND (SELECT count(*) FROM gone) >= 0`,
  );
