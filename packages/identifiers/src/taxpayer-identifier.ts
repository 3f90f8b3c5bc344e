import { digitsOf } from './digits.ts';
import { parseNpwp15 } from './npwp15.ts';
import { parseNpwp16 } from './npwp16.ts';
import { accepted, type Parsed } from './parsed.ts';

/** What a taxpayer signs in with, in the one form under which it is looked up. */
export interface TaxpayerIdentifier {
  kind: 'npwp' | 'nik';
  /** 16 digits; an older number of 15 gets its leading 0. */
  canonical: string;
}

/**
 * Reads a taxpayer number of 15 or 16 digits or a NIK, with any punctuation.
 * @returns refusals: `length` (neither 15 nor 16 digits), and those of the kind it turns out to be
 */
export function parseTaxpayerIdentifier(raw: string): Parsed<TaxpayerIdentifier> {
  const digits = digitsOf(raw);
  if (!digits.ok) return digits;
  if (digits.value.length === 15) {
    const npwp = parseNpwp15(digits.value);
    return npwp.ok ? accepted({ kind: 'npwp', canonical: npwp.value.npwp16 }) : npwp;
  }
  const npwp = parseNpwp16(digits.value);
  return npwp.ok ? accepted({ kind: npwp.value.kind, canonical: npwp.value.compact }) : npwp;
}
