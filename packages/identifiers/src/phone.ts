import { digitsOf } from './digits.ts';
import { type Operator, operatorOfPrefix } from './operators.ts';
import { accepted, type Parsed, refused } from './parsed.ts';

/** An Indonesian mobile number. */
export interface Phone {
  /** `+628` and 8 to 11 digits. */
  e164: string;
  operator: Operator;
}

/** 10 digits for the oldest numbers, 13 for the newest, the leading 0 counted. */
const NATIONAL_LENGTH = { shortest: 10, longest: 13 };

/**
 * Reads a mobile number as people write it: `0812...`, `62812...`, `+62 (0)812...`, `812...`.
 * Landlines and numbers of other countries cannot take a verification code by SMS and are refused as `prefix`.
 * @returns refusals: `length`, `format` (not digits), `prefix`
 */
export function parsePhone(raw: string): Parsed<Phone> {
  const digits = digitsOf(raw);
  if (!digits.ok) return digits;
  if (digits.value === '') return refused('length');
  const subscriber = subscriberOf(digits.value, raw.trimStart().startsWith('+'));
  if (subscriber === undefined) return refused('prefix');
  const national = `0${subscriber}`;
  const operator = operatorOfPrefix(national.slice(0, 4));
  const tooShortToTell = national.length < 4;
  if (operator === undefined && !tooShortToTell) return refused('prefix');
  if (national.length < NATIONAL_LENGTH.shortest || national.length > NATIONAL_LENGTH.longest) {
    return refused('length');
  }
  return operator === undefined ? refused('prefix') : accepted({ e164: `+62${subscriber}`, operator });
}

/** What stands behind the country code; undefined where the country is another one. */
function subscriberOf(digits: string, international: boolean): string | undefined {
  if (digits.startsWith('62')) return digits.slice(2).replace(/^0/, '');
  if (international) return undefined;
  if (digits.startsWith('0')) return digits.slice(1);
  return digits.startsWith('8') ? digits : undefined;
}
