import { describe, expect, it } from 'vitest';
import { judgePassword } from './judge-password.ts';

const NAME = 'Ni Luh Putu Ayu Lestari';

describe('a new password', () => {
  it.each([
    '',
    'pendek123',
    'password123!',
    'Password-2024',
    'KataSandi_99',
    'bismillah786',
    'qwertyuiop',
    'QWERTYUIOP1',
    '1q2w3e4r5t',
    '1234567890',
    '0987654321',
    'abcdefghijkl',
    'zyxwvutsrq',
    'aaaaaaaaaaaa',
    'abababababab',
    '081234561234',
    '3171234567890123',
    '17-08-1945 17:00',
    'LestariPutu1',
    'ni luh putu ayu lestari 1',
    'PutuAyuLestari22',
    'lestari12345',
  ])('"%s" is weak', (password) => {
    expect(judgePassword(password, NAME)).toBe('weak');
  });

  it('is weak beyond 128 characters, which nobody types, and good at 128', () => {
    const long = 'gajah duduk di atap '.repeat(7);
    expect(judgePassword(long.slice(0, 128), NAME)).toBe('good');
    expect(judgePassword(long.slice(0, 129), NAME)).toBe('weak');
  });

  it.each([
    'gajah duduk di atap',
    'Kopi-Tubruk-1989',
    'lestari naik kuda poni',
    'ꦒꦗꦃꦝꦸꦢꦸꦏ꧀ꦲꦶꦁꦥꦪꦺꦴꦤ꧀',
    'sandiwara radio malam',
    'x7#Qp!2vLm',
  ])('"%s" is good, by its length and not by what signs it holds', (password) => {
    expect(judgePassword(password, NAME)).toBe('good');
  });
});
