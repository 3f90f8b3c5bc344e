import type { Tx } from '#platform/database';
import type { ReceiptView, StoredReturn } from '../types.ts';
import { receiptOf, returnOf } from './rows.ts';

/** Ends a draft and writes its receipt, in the caller's transaction; from here on the database refuses changes to both. */
export async function insertReceipt(
  tx: Tx,
  returnId: string,
  receipt: Omit<ReceiptView, 'submittedAt'>,
): Promise<ReceiptView> {
  await tx.taxReturn.update({ where: { id: returnId }, data: { state: 'SUBMITTED' } });
  const { figures, digest, ...fields } = receipt;
  const row = await tx.receipt.create({
    data: { ...fields, returnId, figures: { ...figures }, digest: new Uint8Array(digest) },
  });
  return receiptOf(row);
}

/** A receipt with the revision it is for, by its number; null where there is none. */
export async function findReceipt(
  tx: Tx,
  number: string,
): Promise<{ receipt: ReceiptView; taxReturn: StoredReturn } | null> {
  const row = await tx.receipt.findUnique({ where: { number }, include: { taxReturn: true } });
  return row && { receipt: receiptOf(row), taxReturn: returnOf({ ...row.taxReturn, receipt: row }) };
}
