import { digitsOf } from './digits.ts';
import { parseNpwp16 } from './npwp16.ts';
import { accepted, type Parsed, refused } from './parsed.ts';

/** The number of one place of business (NITKU): the 16-digit taxpayer number and a serial of 6 digits. */
export interface Nitku {
  /** 22 digits. */
  compact: string;
  npwp16: string;
  /** 0 is the head office. */
  branchSerial: number;
}

const HIGHEST_SERIAL = 999_999;

/**
 * Reads a NITKU with any punctuation (PMK-112/PMK.03/2022).
 * @returns refusals: `length`, `format`, and those of the taxpayer number within it
 */
export function parseNitku(raw: string): Parsed<Nitku> {
  const digits = digitsOf(raw, 22);
  if (!digits.ok) return digits;
  return makeNitku(digits.value.slice(0, 16), Number(digits.value.slice(16)));
}

/**
 * Puts a NITKU together.
 * @param npwp16 16 digits, any punctuation
 * @param branchSerial whole number from 0 (head office) to 999,999
 * @returns refusals: `format` (serial out of range), and those of the taxpayer number
 */
export function makeNitku(npwp16: string, branchSerial: number): Parsed<Nitku> {
  if (!Number.isInteger(branchSerial) || branchSerial < 0 || branchSerial > HIGHEST_SERIAL) {
    return refused('format');
  }
  const npwp = parseNpwp16(npwp16);
  if (!npwp.ok) return npwp;
  const compact = npwp.value.compact + String(branchSerial).padStart(6, '0');
  return accepted({ compact, npwp16: npwp.value.compact, branchSerial });
}
