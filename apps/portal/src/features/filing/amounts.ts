import { groupRupiah } from '@sampai/ui/money';

/** Digits as they stand in a column of figures: "58.000.000", "−55.000". The column's heading says rupiah. */
export function plain(digits: string): string {
  return groupRupiah(digits).replace('-', '\u2212');
}

/** What is taken off in a sum: "− 2.900.000"; nothing is taken off by nothing. */
export function lessThan(digits: string): string {
  return /^0*$/.test(digits) ? '0' : `\u2212 ${plain(digits)}`;
}
