import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isMobilePrefix,
  maskEmail,
  maskIdentifier,
  maskPhone,
  OPERATORS,
  operatorName,
  parseEmail,
  parsePhone,
} from './index.ts';

describe('a mobile number', () => {
  it.each([
    ['', 'length'],
    ['0812345', 'length'],
    ['08123456789012', 'length'],
    ['+6281', 'length'],
    ['0812O4567890', 'format'],
    ['021 5250 208', 'prefix'],
    ['0854 1234 5678', 'prefix'],
    ['+1 812 3456 7890', 'prefix'],
    ['7123456789', 'prefix'],
    [`0812${'3'.repeat(61)}`, 'length'],
  ])('%j is refused: %s', (raw, reason) => {
    expect(parsePhone(raw)).toEqual({ ok: false, reason });
  });

  it.each(['0812-3456-1234', '6281234561234', '+62 812 3456 1234', '+62 (0)812 3456 1234', '812.3456.1234'])(
    '%j is the same number',
    (raw) => {
      expect(parsePhone(raw)).toEqual({ ok: true, value: { e164: '+6281234561234', operator: 'TELKOMSEL' } });
    },
  );

  it('never begins like a landline', () => {
    expect(isMobilePrefix('0895')).toBe(true);
    expect(isMobilePrefix('0215')).toBe(false);
    expect(OPERATORS.map(operatorName)).toEqual(['Telkomsel', 'Indosat', 'XL', 'Axis', 'Tri', 'Smartfren']);
  });

  it('is read again from its canonical form', () => {
    const number = fc
      .tuple(fc.constantFrom('0811', '0858', '0878', '0833', '0899', '0889'), fc.stringMatching(/^\d{6,9}$/))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(number, (raw) => {
        const first = parsePhone(raw);
        if (!first.ok) throw new Error(`${raw} was refused`);
        expect(first.value.e164).toMatch(/^\+628\d{8,11}$/);
        expect(parsePhone(first.value.e164)).toEqual(first);
      }),
    );
  });
});

describe('an e-mail address', () => {
  it.each([
    ['', 'format'],
    ['budi', 'format'],
    ['@gmail.com', 'format'],
    ['budi@@gmail.com', 'format'],
    ['budi..s@gmail.com', 'format'],
    ['"budi s"@gmail.com', 'format'],
    ['budi\r\nBcc: x@gmail.com', 'format'],
    ['büdi@gmail.com', 'format'],
    ['budi@localhost', 'domain'],
    ['budi@[127.0.0.1]', 'domain'],
    ['budi@127.0.0.1', 'domain'],
    ['budi@-gmail.com', 'domain'],
    ['budi@gmail.com.', 'domain'],
    ['budi@gmail.com\r\nx', 'domain'],
    ['budi@gmäil.com', 'domain'],
    [`${'a'.repeat(65)}@gmail.com`, 'length'],
    [`a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(68)}.com`, 'length'],
    [`${' '.repeat(400)}`, 'length'],
  ])('%j is refused: %s', (raw, reason) => {
    expect(parseEmail(raw)).toEqual({ ok: false, reason });
  });

  it('keeps its local part as typed and has its domain in lower case', () => {
    expect(parseEmail(' Budi.S+Pajak@GMail.Com ')).toEqual({
      ok: true,
      value: { address: 'Budi.S+Pajak@gmail.com', domain: 'gmail.com' },
    });
  });
});

describe('a mask', () => {
  it('looks as on the screen', () => {
    expect(maskPhone('+6281234561234')).toBe('0812••••1234');
    expect(maskEmail('budi@gmail.com')).toBe('b••i@gmail.com');
    expect(maskIdentifier('0013121660914012')).toBe('••••••••••••4012');
  });

  it.each([
    ['a@x.id', '••@x.id'],
    ['ab@x.id', 'a••@x.id'],
    ['abc@x.id', 'a••@x.id'],
    ['not an address', '••'],
  ])('of %j hides what would give it away', (address, expected) => {
    expect(maskEmail(address)).toBe(expected);
  });

  it('of a phone number always leaves at least four digits unknown', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^8\d{8,11}$/), (subscriber) => {
        const shown = maskPhone(`+62${subscriber}`).replaceAll('•', '');
        expect(`0${subscriber}`.length - shown.length).toBeGreaterThanOrEqual(4);
        expect(shown.length).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('of an address shows at most two characters of the local part, and never all of it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9.]{1,64}$/), (local) => {
        const shown = maskEmail(`${local}@gmail.com`).replace('@gmail.com', '').replaceAll('•', '');
        expect(shown.length).toBeLessThanOrEqual(2);
        expect(shown.length).toBeLessThan(local.length);
      }),
    );
  });

  it('of an identifier shows four digits at most', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{0,22}$/), (digits) => {
        const mask = maskIdentifier(digits);
        expect(mask).toHaveLength(digits.length);
        expect(mask.replaceAll('•', '').length).toBeLessThanOrEqual(digits.length <= 4 ? 0 : 4);
      }),
    );
  });
});
