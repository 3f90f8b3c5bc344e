import { createHmac, type KeyObject } from 'node:crypto';
import { inspect } from 'node:util';

const CONTEXT = 'sampai/otc/1';
export const CODE_LENGTH = 6;

/**
 * A one-time code that does not show itself: JSON, logs and string conversion print dots. `reveal()` is for the message
 * template; `matches` for the verifier.
 */
export class OneTimeCode {
  readonly #digits: string;
  constructor(digits: string) {
    this.#digits = digits;
  }
  reveal(): string {
    return this.#digits;
  }
  toString(): string {
    return '••••••';
  }
  toJSON(): string {
    return '••••••';
  }
  [inspect.custom](): string {
    return '••••••';
  }
}

/** Derives the code of a token: dynamic truncation (RFC 4226 5.3) of HMAC-SHA-256 over the prefixed token id. */
export function deriveCode(key: KeyObject | Uint8Array, tokenId: string): OneTimeCode {
  const mac = createHmac('sha256', key).update(CONTEXT).update(tokenId, 'utf8').digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** CODE_LENGTH;
  return new OneTimeCode(String(number).padStart(CODE_LENGTH, '0'));
}

/** What a person typed or pasted, without spaces, dashes and unseen signs; null where that is not six digits. */
export function readCode(entered: string): string | null {
  if (entered.length > 64) return null;
  const digits = entered.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}.·]/gu, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}
