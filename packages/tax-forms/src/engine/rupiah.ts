/**
 * Money is whole rupiah in a bigint, never a float; on the wire and in a return's answers it is a string of
 * digits with an optional minus.
 */
export type Rupiah = bigint;

/** Fifteen digits reach 999 trillion rupiah: more than any individual's return, and room for any sum of them. */
export const LONGEST_AMOUNT = 15;

/** Why an amount could not be read. */
export type AmountFault = 'MALFORMED' | 'NEGATIVE' | 'NOT_WHOLE_RUPIAH' | 'TOO_LONG';

/**
 * Reads an amount of zero or more.
 * @param text digits only; a decimal point or comma with one or two digits behind it is told apart from other
 *   malformed text, because forms take no decimals and people who type them should hear just that
 */
export function readAmount(text: string): Rupiah | AmountFault {
  if (text.length > LONGEST_AMOUNT + 1) return /^-?[0-9]/.test(text) ? 'TOO_LONG' : 'MALFORMED';
  if (/^-[0-9]+$/.test(text)) return 'NEGATIVE';
  if (/^-?[0-9]+[.,][0-9]{1,2}$/.test(text)) return 'NOT_WHOLE_RUPIAH';
  if (!/^[0-9]+$/.test(text)) return 'MALFORMED';
  return text.length > LONGEST_AMOUNT ? 'TOO_LONG' : BigInt(text);
}

/** Rounds an amount of zero or more down to full thousands (UU PPh art. 17(4)). */
export function downToThousands(amount: Rupiah): Rupiah {
  return amount - (amount % 1000n);
}

/** The larger of two amounts. */
export function larger(a: Rupiah, b: Rupiah): Rupiah {
  return a > b ? a : b;
}
