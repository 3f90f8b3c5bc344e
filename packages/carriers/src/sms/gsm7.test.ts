import { expect, test } from 'vitest';
import { fitsOneSms, smsParts, toGsm7 } from './gsm7.ts';

test('`@` is octet 0 and `_` octet 17: neither is what ASCII says', () => {
  expect(toGsm7('@_$')).toEqual(Buffer.from([0x00, 0x11, 0x02]));
  expect(toGsm7('@localhost #482913')).toEqual(Buffer.from('006c6f63616c686f73742023343832393133', 'hex'));
});

test('letters, digits and the other marks of a code are as in ASCII', () => {
  const text = 'SAMPAI: 482913. Berlaku 10 menit, JANGAN berikan (ref A7)! #+-/;<=>?"%&\'*';
  expect(toGsm7(text)?.toString('latin1')).toBe(text);
});

test('signs of the extension cost two', () => {
  expect(toGsm7('€[]{}^~|\\')).toEqual(Buffer.from('1b651b3c1b3e1b281b291b141b3d1b401b2f', 'hex'));
  expect(smsParts('a€')).toEqual({ alphabet: 'gsm7', units: 3, parts: 1 });
});

test('one curly quote makes the whole text UCS-2, and a code of 139 signs three parts', () => {
  expect(toGsm7('\u201ckode\u201d')).toBeUndefined();
  expect(smsParts(`\u2019${'a'.repeat(138)}`)).toEqual({ alphabet: 'ucs2', units: 139, parts: 3 });
});

test.each([
  ['a'.repeat(160), true],
  ['a'.repeat(161), false],
  [`${'a'.repeat(158)}€`, true],
  [`${'a'.repeat(159)}€`, false],
  ['\u00a0', false],
  ['\u001b', false],
  ['', true],
])('%j fits one part: %s', (text, fits) => {
  expect(fitsOneSms(text)).toBe(fits);
});
