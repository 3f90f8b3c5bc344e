import { accepted, type Parsed, refused } from './parsed.ts';

/** Nobody types more than this for a number; what is longer is refused before any work is done on it. */
const LONGEST_NUMBER = 64;

/** Dots, dashes of every kind, spaces, brackets, a plus: how people and printed cards group digits. */
const GROUPING = /[\p{P}\p{S}\p{Z}\s]/gu;

/**
 * The digits of a number as typed, grouping removed.
 * @returns `length` if longer than 64 characters or not `count` characters after grouping is removed,
 *   `format` if anything but the digits 0 to 9 is left.
 */
export function digitsOf(raw: string, count?: number): Parsed<string> {
  if (raw.length > LONGEST_NUMBER) return refused('length');
  const compact = raw.replace(GROUPING, '');
  if (count !== undefined && compact.length !== count) return refused('length');
  if (!/^[0-9]*$/.test(compact)) return refused('format');
  return accepted(compact);
}
