/** More digits than the whole country's tax in a year; longer input is a slip of the hand. */
const MAX_DIGITS = 15;

/** "1.250.000,00" as Indonesia writes it and "1,250,000.00" as spreadsheets do; the part before the cents. */
const cents = [/^([^,]*\d),\d{1,2}$/, /^(.*,.*\d)\.\d{1,2}$/];

/**
 * The whole rupiah in what a person typed or pasted, as digits without leading zeros; empty when there are none.
 * Cents are dropped, whatever stands between thousands is not counted, a minus is not read.
 */
export function cleanRupiah(raw: string): string {
  const text = raw.slice(0, 64).trim();
  const whole = cents.map((pattern) => pattern.exec(text)?.[1]).find((part) => part !== undefined) ?? text;
  return whole
    .replace(/\D/g, '')
    .slice(0, MAX_DIGITS)
    .replace(/^0+(?=\d)/, '');
}

/** Digits with a dot before every third from the right, "58000000" -> "58.000.000"; a leading minus stays. */
export function groupRupiah(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
}

/** Where the caret stands in `formatted` when `digitsAfter` digits are to stay at its right. */
export function caretAt(formatted: string, digitsAfter: number): number {
  let left = digitsAfter;
  let at = formatted.length;
  while (at > 0 && left > 0) {
    at -= 1;
    if (/\d/.test(formatted.charAt(at))) left -= 1;
  }
  return at;
}
