import { digitsOf } from './digits.ts';
import type { Parsed } from './parsed.ts';

/**
 * Reads an e-FIN: 10 digits; no check digit is known.
 * @returns refusals: `length`, `format`
 */
export function parseEfin(raw: string): Parsed<string> {
  return digitsOf(raw, 10);
}
