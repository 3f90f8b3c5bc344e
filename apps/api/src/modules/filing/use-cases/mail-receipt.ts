import { appNow } from '#platform/database';
import type { Needs } from '../ports.ts';
import { findReceipt } from '../store/receipts.ts';
import { contentRefOf } from './draw-receipt.ts';

/** A receipt that could not be mailed within this time stays in the portal. */
const MAIL_LIFE_MS = 3 * 24 * 3_600_000;

/**
 * Queues the mail with a receipt, once: a job that runs again after a crash finds the message and leaves it. Whoever
 * has no confirmed mailbox finds the receipt in the portal.
 */
export async function mailReceipt(
  { db, delivery, ports }: Needs,
  number: string,
  locale: 'id' | 'en',
): Promise<void> {
  await db.inTransaction(async (tx) => {
    const found = await findReceipt(tx, number);
    if (!found) throw new Error('a receipt to be mailed is not there');
    const contentRef = contentRefOf(number);
    const now = await appNow(tx);
    const mailbox = (await ports.addressesOf(tx, found.taxReturn.taxpayerId)).EMAIL;
    if (!mailbox || (await delivery.messages(tx, contentRef, now)).length > 0) return;
    const expiresAt = new Date(now.getTime() + MAIL_LIFE_MS);
    await delivery.enqueue(tx, {
      ...mailbox,
      kind: 'RECEIPT',
      contentRef,
      cause: 'ASKED',
      locale,
      expiresAt,
    });
  });
}
