import { randomBytes, randomInt } from 'node:crypto';

/** `bytes` random bytes as base64url: 16 bytes (128 bits) for ids that must not be guessed, 32 for secrets. */
export const randomId = (bytes: number): string => randomBytes(bytes).toString('base64url');

/** A whole number from `least` to `most`, drawn evenly. */
export const randomBetween = (least: number, most: number): number => randomInt(least, most + 1);

/** `length` characters of `alphabet`, each drawn evenly. */
export const randomText = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
