/** Twenty digits: enough that nobody meets a receipt by guessing, and few enough to be typed from paper. */
export const RECEIPT_NUMBER_LENGTH = 20;
const LONGEST_INPUT = 64;

/** A receipt's number as printed, copied or typed, without spaces and dashes; null where it cannot be one. */
export function readReceiptNumber(entered: string): string | null {
  if (entered.length > LONGEST_INPUT) return null;
  const digits = entered.replace(/[\s.\-–]/g, '');
  return /^[0-9]{20}$/.test(digits) ? digits : null;
}
