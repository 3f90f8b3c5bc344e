import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatNpwp15,
  makeNitku,
  npwpCheckDigit,
  parseNitku,
  parseNpwp15,
  parseNpwp16,
  parseTaxpayerIdentifier,
} from './index.ts';

const digits = (count: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })
    .map((list) => list.join(''));

const npwp15 = fc
  .tuple(digits(2), digits(6), digits(6))
  .filter(([, serial]) => serial !== '000000')
  .map(([type, serial, office]) => `${type}${serial}${npwpCheckDigit(type + serial)}${office}`);

describe('a taxpayer number of 15 digits', () => {
  it('is refused when longer than anybody would type, without being looked at', () => {
    expect(parseNpwp15(`${'0'.repeat(50)}013121660091000`)).toEqual({ ok: false, reason: 'length' });
    expect(parseNpwp15('.'.repeat(1_000_000))).toEqual({ ok: false, reason: 'length' });
  });

  it('is refused with digits of another script', () => {
    expect(parseNpwp15('٠١٣١٢١٦٦٠٠٩١٠٠٠')).toEqual({ ok: false, reason: 'format' });
  });

  it('is refused with the serial that is never issued, though its check digit holds', () => {
    expect(parseNpwp15('000000000000000')).toEqual({ ok: false, reason: 'format' });
  });

  it('is refused without its leading zero', () => {
    expect(parseNpwp15('1.312.166.0-091.000')).toEqual({ ok: false, reason: 'length' });
  });

  it('is read back from its own punctuation', () => {
    fc.assert(
      fc.property(npwp15, (compact) => {
        const parsed = parseNpwp15(formatNpwp15(compact));
        expect(parsed).toMatchObject({ ok: true, value: { compact, formatted: formatNpwp15(compact) } });
      }),
    );
  });

  it('does not survive one wrong digit among the first nine', () => {
    fc.assert(
      fc.property(npwp15, fc.nat(8), fc.integer({ min: 1, max: 9 }), (compact, at, shift) => {
        const wrong = String((Number(compact[at]) + shift) % 10);
        const typo = compact.slice(0, at) + wrong + compact.slice(at + 1);
        expect(parseNpwp15(typo).ok).toBe(false);
      }),
    );
  });
});

describe('a taxpayer number of 16 digits', () => {
  it('with a leading zero is checked like the 15 digits behind it', () => {
    expect(parseNpwp16('0014518697054000')).toEqual({ ok: false, reason: 'checksum' });
    expect(parseNpwp16('0013.1216.6009.1000')).toEqual({
      ok: true,
      value: { compact: '0013121660091000', kind: 'npwp' },
    });
  });

  it('without one is checked as a NIK', () => {
    expect(parseNpwp16('9971011708450001')).toEqual({ ok: false, reason: 'province' });
  });
});

describe('what a taxpayer signs in with', () => {
  it.each([
    ['', 'length'],
    ['12345678901234', 'length'],
    ['12345678901234567', 'length'],
    ['budi@gmail.com', 'format'],
    ['01.451.869.7-054.000', 'checksum'],
    ['3171013108990000', 'format'],
    ['3171013013990001', 'birthDate'],
  ])('%j is refused: %s', (raw, reason) => {
    expect(parseTaxpayerIdentifier(raw)).toEqual({ ok: false, reason });
  });

  it('comes to the same canonical form from 15 and from 16 digits', () => {
    const expected = { ok: true, value: { kind: 'npwp', canonical: '0013121660091000' } };
    expect(parseTaxpayerIdentifier('01.312.166.0-091.000')).toEqual(expected);
    expect(parseTaxpayerIdentifier(' 0013 1216 6009 1000 ')).toEqual(expected);
  });

  it('is a NIK where the first digit is not 0', () => {
    const expected = { ok: true, value: { kind: 'nik', canonical: '3171011708450001' } };
    expect(parseTaxpayerIdentifier('317101-170845-0001')).toEqual(expected);
  });

  it('is read again from its canonical form', () => {
    fc.assert(
      fc.property(npwp15, (compact) => {
        const first = parseTaxpayerIdentifier(compact);
        if (!first.ok) throw new Error('a valid number was refused');
        expect(parseTaxpayerIdentifier(first.value.canonical)).toEqual(first);
      }),
    );
  });
});

describe('the number of a place of business', () => {
  it.each([-1, 0.5, 1_000_000, Number.NaN])('is not made with the serial %s', (serial) => {
    expect(makeNitku('0013121660091000', serial)).toEqual({ ok: false, reason: 'format' });
  });

  it('is refused where its taxpayer number is wrong', () => {
    expect(parseNitku('0014518697054000000000')).toEqual({ ok: false, reason: 'checksum' });
    expect(parseNitku('0013121660091000')).toEqual({ ok: false, reason: 'length' });
  });

  it('is read back as it was made', () => {
    fc.assert(
      fc.property(npwp15, fc.nat(999_999), (compact, serial) => {
        const made = makeNitku(`0${compact}`, serial);
        expect(made).toMatchObject({ ok: true, value: { branchSerial: serial } });
        if (made.ok) expect(parseNitku(made.value.compact)).toEqual(made);
      }),
    );
  });
});
