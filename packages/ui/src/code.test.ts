import { describe, expect, it } from 'vitest';
import { cleanCode } from './code.ts';

describe('a code as people paste it', () => {
  it.each([
    ['', ''],
    ['4829', '4829'],
    ['482913', '482913'],
    ['482 913', '482913'],
    [' 482-913 ', '482913'],
    ['4 8 2 9 1 3', '482913'],
    ['４８２９１３', '482913'],
    ['4829131', '482913'],
    ['482913 adalah kode Sampai Anda, ref A7.', '482913'],
    ['Kode Sampai (ref A7): 482913. Berlaku 10 menit.', '482913'],
    ['482a', '482'],
    ['kode', ''],
  ])('%j gives %j', (raw, code) => {
    expect(cleanCode(raw)).toBe(code);
  });

  it('does not read a phone number in the message as the code', () => {
    expect(cleanCode('Hubungi 1500200 untuk kode 482913')).toBe('482913');
  });

  it('looks at no more than the first thousand characters', () => {
    expect(cleanCode(`${'x'.repeat(1000)}482913`)).toBe('');
  });
});
