import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { deriveCode, readCode } from './one-time-code.ts';

const KEY = Uint8Array.from({ length: 32 }, (_, index) => index);
const OTHER_KEY = new Uint8Array(32).fill(0xff);

describe('a derived code', () => {
  // Worked out apart from this code: HMAC-SHA-256 over 'sampai/otc/1' and the id, truncated as in RFC 4226 5.3.
  it.each([
    [KEY, 'token-0', '850468'],
    [KEY, 'token-1', '670177'],
    [KEY, 'token-14', '082308'],
    [OTHER_KEY, 'Zm9vYmFyYmF6cXV4cXV1eA', '618403'],
  ])('is what another hand works out for it', (key, id, code) => {
    expect(deriveCode(key, id).reveal()).toBe(code);
  });

  it('keeps its leading noughts', () => {
    expect(deriveCode(KEY, 'token-103').reveal()).toBe('051123');
  });

  it('prints dots in JSON, in logs, in text and on inspection', () => {
    const code = deriveCode(KEY, 'token-0');
    const printed = [
      JSON.stringify({ code }),
      inspect(code),
      inspect({ code }, { showHidden: true, depth: 9 }),
      `${code}`,
      String(code),
      JSON.stringify(Object.entries(code)),
    ];
    for (const text of printed) expect(text).not.toContain('850468');
    expect(JSON.stringify({ code })).toBe('{"code":"••••••"}');
  });
});

describe('an entered code', () => {
  it.each([
    '',
    '12345',
    '1234567',
    '12345a',
    'kode 123456',
    '123456\u0000',
    '1e5000',
    '-1234567',
    '٠١٢٣٤٥',
    `${' '.repeat(64)}123456`,
    '9'.repeat(10_000),
  ])('is not read from %j', (entered) => {
    expect(readCode(entered)).toBeNull();
  });

  it.each([
    ['123456', '123456'],
    ['012345', '012345'],
    [' 123 456 ', '123456'],
    ['123-456', '123456'],
    ['123–456', '123456'],
    ['123.456', '123456'],
    ['1 2 3 4 5 6', '123456'],
    ['123\u00a0456\n', '123456'],
    ['\u200b123456\u2069', '123456'],
    ['１２３４５６', '123456'],
  ])('is read from %j as pasted', (entered, code) => {
    expect(readCode(entered)).toBe(code);
  });
});
