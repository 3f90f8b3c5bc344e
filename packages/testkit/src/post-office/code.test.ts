import { expect, test } from 'vitest';
import { codeIn } from './code.ts';

test('the origin-bound line tells the code, whatever other digits the message holds', () => {
  expect(codeIn('SPT 202401 tahun 2024. Kode 111222.\n@localhost #482913')).toBe('482913');
});

test('six digits that stand alone are the code', () => {
  expect(codeIn('SAMPAI: 482913. Berlaku 10 menit.')).toBe('482913');
  expect(codeIn('Kode Anda ada di judul surat.', '482913 adalah kode Sampai')).toBe('482913');
});

test('amounts, dates, numbers of receipts and telephones are no code', () => {
  expect(codeIn('Rp 1.234.567 pada 310325-10, BPE 12345678901234567890, telp 021-500200')).toBeNull();
});
