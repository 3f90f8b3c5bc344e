import { expect, test } from 'vitest';
import { domainOf, namesAddress } from './recipient.ts';

test.each([
  ['rfc822; siti+pajak@gmail.com', 'siti+pajak@gmail.com'],
  ['RFC822;Siti@GMAIL.com.', 'siti@gmail.com'],
  ['rfc822; <siti@gmail.com>', 'siti@gmail.com'],
  ['siti@gmail.com', 'siti@gmail.com'],
  ['rfc822; "siti"@gmail.com', 'siti@gmail.com'],
  ['rfc822; siti+2Bpajak@gmail.com', 'siti+pajak@gmail.com'],
  ['rfc822; siti+AB@gmail.com', 'siti+ab@gmail.com'],
  ['utf-8; siti@büro.example', 'siti@xn--bro-hoa.example'],
  ['utf-8; siti@b\\x{FC}ro.example', 'siti@xn--bro-hoa.example'],
  ['utf-8; si\\x{F1}a@x.id', 'siña@x.id'],
])('%s is %s', (field, address) => {
  expect(namesAddress(field, address)).toBe(true);
});

test.each([
  null,
  '',
  'rfc822;',
  'rfc822; budi@gmail.com',
  'rfc822; siti@gmail.com.evil.example',
  'rfc822; siti@gmail.com, budi@gmail.com',
  'x400; /c=id/s=siti',
  'local; siti',
  'utf-8; siti\\x{FFFFFF}@gmail.com',
  '@',
])('%j is not siti@gmail.com', (field) => {
  expect(namesAddress(field, 'siti@gmail.com')).toBe(false);
});

test('a domain is the same in either spelling, and nobody is of none', () => {
  expect(domainOf('utf-8; a@BÜRO.example')).toBe(domainOf('b@xn--bro-hoa.example'));
  expect(domainOf('local; siti')).toBeUndefined();
});
