import { digitsOf } from './digits.ts';
import { accepted, type Parsed, refused } from './parsed.ts';

/** A taxpayer number of 15 digits (NPWP), as issued before PMK-112/PMK.03/2022. */
export interface Npwp15 {
  /** 15 digits. */
  compact: string;
  /** `01.312.166.0-091.000`, as on the card. */
  formatted: string;
  /** 3 digits: the tax office where it was registered. */
  kppCode: string;
  /** 3 digits; `000` is the head office or the head of the family. */
  branchCode: string;
  /** 16 digits: `0` in front (PMK-112/PMK.03/2022). */
  npwp16: string;
}

/**
 * The ninth digit: Luhn over the first eight, weights 1 and 2 from the left.
 * @param first8 type (2 digits) and serial (6 digits)
 */
export function npwpCheckDigit(first8: string): string {
  const total = [...first8].reduce((sum, digit, index) => {
    const weighted = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return String((10 - (total % 10)) % 10);
}

/** Punctuates 15 digits as on the card: `ST.sss.sss.C-OOO.BBB`. */
export function formatNpwp15(compact: string): string {
  return compact.replace(/^(\d{2})(\d{3})(\d{3})(\d)(\d{3})(\d{3})$/, '$1.$2.$3.$4-$5.$6');
}

/**
 * Reads a 15-digit taxpayer number with any punctuation or none.
 * The first two digits are not checked against a list: numbers with almost every beginning exist.
 * The office code is not checked either: offices were merged and renamed since numbers were given out.
 * @returns refusals: `length`, `format` (not digits, or the serial 000000, which is never issued), `checksum`
 */
export function parseNpwp15(raw: string): Parsed<Npwp15> {
  const digits = digitsOf(raw, 15);
  if (!digits.ok) return digits;
  const compact = digits.value;
  if (compact.slice(2, 8) === '000000') return refused('format');
  if (npwpCheckDigit(compact.slice(0, 8)) !== compact[8]) return refused('checksum');
  return accepted({
    compact,
    formatted: formatNpwp15(compact),
    kppCode: compact.slice(9, 12),
    branchCode: compact.slice(12),
    npwp16: `0${compact}`,
  });
}
