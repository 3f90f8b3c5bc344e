import type { Delivery, Destination } from '#modules/delivery';
import type { Tx } from '#platform/database';

type Written = Pick<Destination, 'channel' | 'addressIndex'>;

/** When SMS were queued to a number within the last hour, by whichever token, oldest first. Nothing for mail. */
export const smsToNumber = async (delivery: Delivery, tx: Tx, { channel, addressIndex }: Written) =>
  channel === 'SMS' ? delivery.sentToAddress(tx, addressIndex, 60) : [];

/** Makes asks for one number wait for each other, so that its cap holds across accounts, devices and processes. */
export async function lockNumber(
  delivery: Delivery,
  tx: Tx,
  { channel, addressIndex }: Written,
): Promise<void> {
  if (channel === 'SMS') await delivery.lockAddress(tx, addressIndex);
}

/** The part of a number block that figures are kept by: "+62812" of "+6281234", some sixty in all. */
export const carrierPart = (block: string): string => block.slice(0, 6);
