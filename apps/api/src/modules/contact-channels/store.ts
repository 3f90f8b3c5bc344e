import type { Channel, Destination } from '#modules/delivery';
import { type Sql, sendAlong, sql, type Tx, together } from '#platform/database';
import type { ChannelView } from './index.ts';

export const openOf = (tx: Tx, owner: string): Promise<ChannelView[]> =>
  tx.$queryRaw<ChannelView[]>`
    SELECT id, channel, masked_address AS "maskedAddress", lane, confirmed_at IS NOT NULL AS confirmed, binding
    FROM contact_channel WHERE owner = ${owner}::uuid AND replaced_at IS NULL ORDER BY channel DESC, proposed_at`;

export const confirmedOf = (tx: Tx, owner: string): Promise<Destination[]> =>
  tx.$queryRaw<Destination[]>`
    SELECT channel, address, address_index AS "addressIndex", masked_address AS "maskedAddress", lane
    FROM contact_channel WHERE owner = ${owner}::uuid AND confirmed_at IS NOT NULL AND replaced_at IS NULL`;

export const waitingOf = (tx: Tx, owner: string): Promise<Destination[]> =>
  tx.$queryRaw<Destination[]>`
    SELECT channel, address, address_index AS "addressIndex", masked_address AS "maskedAddress", lane
    FROM contact_channel WHERE owner = ${owner}::uuid AND confirmed_at IS NULL AND replaced_at IS NULL`;

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

type Proposed = { owner: string; to: Destination; binding: Uint8Array };

/** Puts a proposed address where neither it nor another of its kind waits, and tells what is there. */
export const putWhereFree = together(
  (tx, all: Proposed[]): Promise<Place[]> =>
    tx.$queryRaw<Place[]>`
    WITH wanted AS (
      SELECT * FROM unnest(${all.map(({ owner }) => owner)}::uuid[], ${all.map(({ to }) => to.channel)}::text[],
        ${all.map(({ to }) => to.address)}::bytea[], ${all.map(({ to }) => to.addressIndex)}::bytea[],
        ${all.map(({ to }) => to.maskedAddress)}::text[], ${all.map(({ to }) => to.lane)}::text[], ${all.map(({ binding }) => binding)}::bytea[])
        WITH ORDINALITY AS w (owner, channel, address, address_index, masked_address, lane, binding, place)),
    open AS (
      SELECT place, c.binding, c.confirmed_at IS NOT NULL AS confirmed, c.binding = wanted.binding AS same
      FROM wanted, LATERAL (
        SELECT * FROM contact_channel o WHERE o.owner = wanted.owner AND o.channel = wanted.channel AND o.replaced_at IS NULL OFFSET 0) c),
    put AS (
      INSERT INTO contact_channel (owner, channel, address, address_index, masked_address, lane, binding)
      SELECT owner, channel, address, address_index, masked_address, lane, binding FROM wanted w
      WHERE NOT EXISTS (SELECT 1 FROM open WHERE place = w.place AND (same OR NOT confirmed)))
    SELECT (SELECT CASE WHEN bool_or(confirmed) THEN 'confirmed' WHEN count(*) > 0 THEN 'proposed' END
        FROM open WHERE place = w.place AND same) AS known,
      ARRAY(SELECT binding FROM open WHERE place = w.place AND NOT same AND NOT confirmed) AS others
    FROM wanted w ORDER BY place`,
);

/** Puts a proposed address in the place of those of its kind that wait. */
export async function putInPlace(tx: Tx, owner: string, d: Destination, binding: Uint8Array): Promise<void> {
  await tx.$executeRaw`
    UPDATE contact_channel SET replaced_at = app_now()
    WHERE owner = ${owner}::uuid AND channel = ${d.channel} AND confirmed_at IS NULL AND replaced_at IS NULL`;
  await putWhereFree(tx, { owner, to: d, binding });
}

/** The bindings of taxpayers' addresses in use, each one's in the order of `openOf`: for a statement of somebody else's. */
export const openBindings = (owners: string[]): Sql => sql`
  SELECT owner::text, binding, row_number() OVER (ORDER BY channel DESC, proposed_at) FROM contact_channel
  WHERE owner = ANY (${owners}::uuid[]) AND replaced_at IS NULL`;

/**
 * The binding names owner, kind and address; a confirmed address of the same kind gives way. Asked for by owner, too: the
 * index of those that wait, believed to be nearly empty, was otherwise read from end to end.
 */
export const confirmProposed = (tx: Tx, owner: string, binding: Uint8Array): void =>
  sendAlong(tx, confirmAll(tx, { owner, binding }));

const confirmAll = together(async (tx, all: { owner: string; binding: Uint8Array }[]) => {
  const owners = all.map(({ owner }) => owner);
  await tx.$executeRaw`
    WITH entered AS (
      SELECT * FROM unnest(${owners}::uuid[], ${all.map(({ binding }) => binding)}::bytea[]) AS e (owner, binding)),
    gone AS (
      UPDATE contact_channel old SET replaced_at = app_now() FROM entered JOIN contact_channel new USING (owner, binding)
      WHERE new.owner = ANY (${owners}::uuid[]) AND new.confirmed_at IS NULL AND new.replaced_at IS NULL
        AND old.owner = ANY (${owners}::uuid[]) AND old.owner = new.owner AND old.channel = new.channel AND old.confirmed_at IS NOT NULL AND old.replaced_at IS NULL
      RETURNING old.id)
    UPDATE contact_channel c SET confirmed_at = app_now() FROM entered
    WHERE c.owner = ANY (${owners}::uuid[]) AND c.owner = entered.owner AND c.binding = entered.binding AND c.confirmed_at IS NULL AND c.replaced_at IS NULL
      AND (SELECT count(*) FROM gone) >= 0`;
  return [];
});
