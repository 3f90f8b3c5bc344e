import { digitsOf } from './digits.ts';
import { accepted, type Parsed, refused } from './parsed.ts';

/** A national identity number (NIK): `PPKKCC DDMMYY NNNN`. It has no check digit. */
export interface Nik {
  compact: string;
  /** 6 digits: province, regency or city, district of first registration; moving house does not change it. */
  region: string;
  /** `YYYY-MM-DD`. The century is a guess (see `EARLIEST_BIRTH_YEAR`): confirm it with the person. */
  birthDate: string;
  sex: 'M' | 'F';
  /** 4 digits, from `0001`. */
  serial: string;
}

/** Province codes of the Ministry of Home Affairs; 93 to 96 are the Papuan provinces founded in 2022. */
const PROVINCES = new Set(
  (
    '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 ' +
    '71 72 73 74 75 76 81 82 91 92 93 94 95 96'
  ).split(' '),
);

/** A year of two digits is read as 1920 to 2019: nobody older files, and nobody younger. */
const EARLIEST_BIRTH_YEAR = 1920;

/** Women's day of birth is written with 40 added. */
const FEMALE_OFFSET = 40;

/**
 * Reads a NIK with any punctuation.
 * @returns refusals: `length`, `format` (not digits, or serial 0000), `province`, `birthDate` (no such day)
 */
export function parseNik(raw: string): Parsed<Nik> {
  const digits = digitsOf(raw, 16);
  if (!digits.ok) return digits;
  const compact = digits.value;
  const serial = compact.slice(12);
  if (serial === '0000') return refused('format');
  if (!PROVINCES.has(compact.slice(0, 2))) return refused('province');
  const dayAsWritten = Number(compact.slice(6, 8));
  const sex = dayAsWritten > FEMALE_OFFSET ? 'F' : 'M';
  const day = sex === 'F' ? dayAsWritten - FEMALE_OFFSET : dayAsWritten;
  const birthDate = dateOf(yearOf(Number(compact.slice(10, 12))), Number(compact.slice(8, 10)), day);
  if (birthDate === undefined) return refused('birthDate');
  return accepted({ compact, region: compact.slice(0, 6), birthDate, sex, serial });
}

function yearOf(twoDigits: number): number {
  const year = 1900 + twoDigits;
  return year < EARLIEST_BIRTH_YEAR ? year + 100 : year;
}

function dateOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}
