import { digitsOf } from './digits.ts';
import { parseNik } from './nik.ts';
import { parseNpwp15 } from './npwp15.ts';
import { accepted, type Parsed } from './parsed.ts';

/** A taxpayer number of 16 digits: a NIK for resident individuals, otherwise `0` and the older 15 digits. */
export interface Npwp16 {
  compact: string;
  kind: 'npwp' | 'nik';
}

/**
 * Reads a 16-digit taxpayer number (PMK-112/PMK.03/2022). No province has a code that begins with 0, so the
 * first digit tells the two kinds apart.
 * @returns refusals: `length`, `format`, and those of the kind it turns out to be
 */
export function parseNpwp16(raw: string): Parsed<Npwp16> {
  const digits = digitsOf(raw, 16);
  if (!digits.ok) return digits;
  const compact = digits.value;
  const kind = compact.startsWith('0') ? 'npwp' : 'nik';
  const inner = kind === 'npwp' ? parseNpwp15(compact.slice(1)) : parseNik(compact);
  return inner.ok ? accepted({ compact, kind }) : inner;
}
