/** Six digits, as the API derives them. */
export const CODE_LENGTH = 6;

const wholeCode = /(?<!\d)\d(?:[\s\-.]?\d){5}(?!\d)/;

/**
 * The code in what was typed or pasted. A whole message may be pasted: the first run of six digits counts, with
 * or without spaces and dashes between them, so "ref A7" beside it does no harm. Otherwise the digits so far.
 */
export function cleanCode(raw: string): string {
  const text = raw.slice(0, 1000).normalize('NFKC');
  const whole = wholeCode.exec(text)?.[0] ?? text;
  return whole.replace(/\D/g, '').slice(0, CODE_LENGTH);
}
