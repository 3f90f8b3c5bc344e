import { npwpCheckDigit } from '@sampai/identifiers';

/** An NPWP of 15 digits: two digits of type, a serial of six (not 000000), the check digit, the office, 000. */
export function npwp15(type: string, serial: string, kppCode: string): string {
  return `${type}${serial}${npwpCheckDigit(type + serial)}${kppCode}000`;
}

/** A NIK: region of six digits, date of birth (a woman's day with 40 added), serial of four from 0001. */
export function nik(region: string, born: string, sex: 'M' | 'F', serial: number): string {
  const [year = '', month = '', day = ''] = born.split('-');
  const dayShown = String(Number(day) + (sex === 'F' ? 40 : 0)).padStart(2, '0');
  return `${region}${dayShown}${month}${year.slice(2)}${String(serial).padStart(4, '0')}`;
}
