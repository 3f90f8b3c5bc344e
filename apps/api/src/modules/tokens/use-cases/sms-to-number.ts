import type { Delivery, Destination } from '#modules/delivery';
import type { Tx } from '#platform/database';
import { isOwners, OWNERS } from '../rules/judge-failover.ts';
import { notAmong } from '../store/find.ts';
import type { Purpose } from '../types.ts';
import type { Needs } from './needs.ts';

type Written = Pick<Destination, 'channel' | 'addressIndex'>;

/**
 * When SMS were queued to a number within the last hour, by whichever token, oldest first: what its cap counts against a code for
 * `purpose`. Against the owner's own not those that others asked for, to confirm the number as theirs: three of them would shut
 * the owner out. Nothing for mail.
 */
export async function smsToNumber(
  { delivery, policy }: Pick<Needs, 'delivery' | 'policy'>,
  tx: Tx,
  { channel, addressIndex }: Written,
  purpose: Purpose,
): Promise<Date[]> {
  if (channel !== 'SMS') return [];
  const sent = await delivery.sentToAddress(tx, addressIndex, 60);
  const isFull = sent.length >= (await policy.limits()).smsPerNumberHour;
  const others = isFull && isOwners(purpose) ? await notAmong(tx, refsOf(sent), OWNERS) : [];
  return sent.filter(({ ref }) => !others.includes(ref)).map(({ queuedAt }) => queuedAt);
}

const refsOf = (sent: { ref: string }[]): string[] => [...new Set(sent.map(({ ref }) => ref))];

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
