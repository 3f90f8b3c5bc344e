import type { Channel, Destination } from '#modules/delivery';
import type { Tx } from '#platform/database';
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

/** Puts a proposed address in the place of any other that waits. False where this very address is confirmed already. */
export async function putProposed(
  tx: Tx,
  owner: string,
  d: Destination,
  binding: Uint8Array,
): Promise<boolean> {
  const [known] = await tx.$queryRaw<{ confirmed: boolean }[]>`
    SELECT confirmed_at IS NOT NULL AS confirmed FROM contact_channel
    WHERE owner = ${owner}::uuid AND binding = ${bytes(binding)} AND replaced_at IS NULL`;
  if (known) return !known.confirmed;
  await replaceProposed(tx, owner, d.channel);
  await tx.$executeRaw`
    INSERT INTO contact_channel (owner, channel, address, address_index, masked_address, lane, binding)
    VALUES (${owner}::uuid, ${d.channel}, ${bytes(d.address)}, ${bytes(d.addressIndex)}, ${d.maskedAddress}, ${d.lane}, ${bytes(binding)})`;
  return true;
}

const replaceProposed = (tx: Tx, owner: string, channel: Channel): Promise<number> =>
  tx.$executeRaw`
    UPDATE contact_channel SET replaced_at = app_now()
    WHERE owner = ${owner}::uuid AND channel = ${channel} AND confirmed_at IS NULL AND replaced_at IS NULL`;

/** Bindings of addresses of this kind that wait and are not `binding`: their tokens validate nothing any more. */
export const otherProposed = (
  tx: Tx,
  owner: string,
  channel: Channel,
  binding: Uint8Array,
): Promise<{ binding: Uint8Array }[]> =>
  tx.$queryRaw<{ binding: Uint8Array }[]>`
    SELECT binding FROM contact_channel
    WHERE owner = ${owner}::uuid AND channel = ${channel} AND confirmed_at IS NULL AND replaced_at IS NULL AND binding <> ${bytes(binding)}`;

/** The binding names owner, kind and address; a confirmed address of the same kind gives way. */
export async function confirmProposed(tx: Tx, binding: Uint8Array): Promise<void> {
  await tx.$executeRaw`
    UPDATE contact_channel old SET replaced_at = app_now() FROM contact_channel new
    WHERE new.binding = ${bytes(binding)} AND new.confirmed_at IS NULL AND new.replaced_at IS NULL
      AND old.owner = new.owner AND old.channel = new.channel AND old.confirmed_at IS NOT NULL AND old.replaced_at IS NULL`;
  await tx.$executeRaw`
    UPDATE contact_channel SET confirmed_at = app_now()
    WHERE binding = ${bytes(binding)} AND confirmed_at IS NULL AND replaced_at IS NULL`;
}
