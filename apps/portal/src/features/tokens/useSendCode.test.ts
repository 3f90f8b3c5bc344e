import { expect, it } from 'vitest';
import { whyNotTaken } from './useSendCode.ts';

it('a wrong code is said to be wrong in both languages: pressing again to read it would cost an attempt', () => {
  const message = 'Kode itu tidak cocok. Periksa ref S2 pada pesan; 3 kesempatan lagi.';
  const why = whyNotTaken({ message, attemptsLeft: 3 });
  expect(why('id')).toBe(message);
  expect(why('en')).toBe('That code does not match. 3 attempts left.');
});

it('what else the API says stands in the language it came in', () => {
  const why = whyNotTaken({ message: 'Tunggu sebentar.' });
  expect(why('id')).toBe('Tunggu sebentar.');
  expect(why('en')).toMatch(/Press again to read why/);
});
