import type { Needs } from '../ports.ts';
import { readReceiptNumber } from '../rules/receipt-number.ts';
import { findReceipt } from '../store/receipts.ts';

export type ReceiptChecked = {
  number: string;
  genuine: boolean;
  form: string | null;
  taxYear: number | null;
  submittedAt: Date | null;
};

/** Whether a receipt is genuine, for anybody who holds its number; null for what cannot be a number. */
export async function checkReceipt({ db }: Needs, entered: string): Promise<ReceiptChecked | null> {
  const number = readReceiptNumber(entered);
  if (number === null) return null;
  const found = await findReceipt(db.read, number);
  if (!found) return { number, genuine: false, form: null, taxYear: null, submittedAt: null };
  const { form, taxYear } = found.taxReturn;
  return { number, genuine: true, form, taxYear, submittedAt: found.receipt.submittedAt };
}
