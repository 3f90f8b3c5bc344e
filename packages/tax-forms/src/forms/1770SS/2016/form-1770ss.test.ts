import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Facts, type Form, formFor, isError, isUnreadable, LONGEST_AMOUNT } from '../../../index.ts';

function standing(taxYear = 2022): Form {
  const form = formFor('1770SS', taxYear);
  if (!form) throw new Error(`no form 1770SS for ${taxYear}`);
  return form;
}

const form = standing();
const complete: Facts = { A1: '58000000', A2: '2900000', ptkp: 'TK/0' };
const findingsFor = (facts: Facts) =>
  form.compute(facts).findings.map(({ field, severity, code }) => `${field} ${severity} ${code}`);

describe('form 1770 SS, bad answers', () => {
  it('without any asks for gross income and family status, and computes nothing', () => {
    expect(findingsFor({})).toEqual(['A1 ERROR MISSING', 'ptkp ERROR MISSING']);
    expect(form.compute({})).toMatchObject({ figures: {}, outcome: null, balance: null });
  });

  it('takes an empty text for no answer', () => {
    expect(findingsFor({ A1: '', A2: '', ptkp: '' })).toEqual(['A1 ERROR MISSING', 'ptkp ERROR MISSING']);
  });

  it.each([
    ['abc', 'MALFORMED'],
    ['48 000 000', 'MALFORMED'],
    ['48.000.000', 'MALFORMED'],
    ['4.8e7', 'MALFORMED'],
    ['0x10', 'MALFORMED'],
    ['+1', 'MALFORMED'],
    ['-', 'MALFORMED'],
    ['٤٨', 'MALFORMED'],
    ['-1', 'NEGATIVE'],
    ['-0', 'NEGATIVE'],
    ['48000000.5', 'NOT_WHOLE_RUPIAH'],
    ['48000000,00', 'NOT_WHOLE_RUPIAH'],
    ['1000000000000000', 'TOO_LONG'],
    ['9'.repeat(100_000), 'TOO_LONG'],
    ['x'.repeat(100_000), 'MALFORMED'],
  ])('%.20s is no amount: %s', (text, code) => {
    expect(findingsFor({ ...complete, A1: text })).toEqual([`A1 ERROR ${code}`]);
    expect(findingsFor({ ...complete, C12: text })).toEqual([`C12 ERROR ${code}`]);
  });

  it.each(['TK', 'TK/4', 'K/-1', 'K/I', 'KI/0', 'k/1', 'HB/0', 'constructor'])('%s is no status', (text) => {
    const computed = form.compute({ ...complete, ptkp: text });
    expect(computed.findings).toEqual([{ field: 'ptkp', severity: 'ERROR', code: 'NOT_A_STATUS' }]);
    expect(computed.outcome).toBeNull();
  });

  it('names fields that it does not have, but not without end', () => {
    expect(findingsFor({ ...complete, A7: '1', __proto__x: '2' })).toEqual([
      'A7 ERROR UNKNOWN_FIELD',
      '__proto__x ERROR UNKNOWN_FIELD',
    ]);
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`Z${index}`, '1']));
    expect(findingsFor({ ...complete, ...many })).toHaveLength(10);
  });

  it('tells what is unreadable from what is missing', () => {
    const unreadable = form.compute({ A2: '-5', ptkp: 'K/1' }).findings.filter(isUnreadable);
    expect(unreadable.map(({ field }) => field)).toEqual(['A2']);
  });

  it('survives any text in any field', () => {
    const anyFacts = fc.dictionary(
      fc.oneof(fc.constantFrom('A1', 'A2', 'ptkp', 'A6', 'C11'), fc.string()),
      fc.string(),
    );
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { outcome, findings } = form.compute(facts);
        if (outcome === null) expect(findings.some(isError)).toBe(true);
      }),
    );
  });
});

describe('form 1770 SS, contradictions', () => {
  it('does not apply above 60 million rupiah gross, and names the form that does', () => {
    expect(form.compute({ ...complete, A1: '60000001' }).findings).toEqual([
      {
        field: 'A1',
        severity: 'ERROR',
        code: 'GROSS_ABOVE_LIMIT',
        data: { limit: '60000000', form: '1770S' },
      },
    ]);
    expect(findingsFor({ ...complete, A1: '60000000' })).toEqual([]);
  });

  it.each([
    [{ A1: '1000000', A2: '1000001' }, 'A2 WARNING DEDUCTIONS_ABOVE_GROSS'],
    [{ A1: '1000000', A2: '0', A6: '1000001' }, 'A6 WARNING WITHHELD_ABOVE_GROSS'],
    [{ B8: '100', B9: '101' }, 'B9 WARNING FINAL_TAX_ABOVE_BASE'],
  ])('asks to look twice at %j', (facts, finding) => {
    expect(findingsFor({ ...complete, ...facts })).toEqual([finding]);
  });
});

describe('form 1770 SS, figures', () => {
  it('computes as much as the answers allow', () => {
    expect(form.compute({ ptkp: 'K/I/3' }).figures).toEqual({ A3: '126000000' });
  });

  it('counts unanswered amounts as nothing', () => {
    const zeros = { A6: '0', B8: '0', B9: '0', B10: '0', C11: '0', C12: '0' };
    expect(form.compute(complete)).toEqual(form.compute({ ...complete, ...zeros }));
  });

  it('has a negative balance where too much was withheld', () => {
    expect(form.compute({ ...complete, A6: '100000' })).toEqual({
      figures: { A3: '54000000', A4: '1100000', A5: '55000', A7: '-45000' },
      findings: [],
      outcome: 'OVERPAID',
      balance: -45_000n,
    });
  });

  it('computes tax years 2016 to 2024 and offers 2021 to 2024', () => {
    expect(form.taxYears).toEqual([2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024]);
    expect(form.offeredTaxYears).toEqual([2021, 2022, 2023, 2024]);
    expect(formFor('1770SS', 2015)).toBeUndefined();
    expect(formFor('1770SS', 2025)).toBeUndefined();
    expect(formFor('1770SS', 2022.5)).toBeUndefined();
    expect(formFor('1771', 2022)).toBeUndefined();
  });

  it('always has the balance that tax and withholding differ by', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** BigInt(LONGEST_AMOUNT) - 1n });
    fc.assert(
      fc.property(amount, amount, amount, (gross, deductions, withheld) => {
        const { figures, outcome, balance } = form.compute({
          A1: `${gross}`,
          A2: `${deductions}`,
          A6: `${withheld}`,
          ptkp: 'K/0',
        });
        expect(balance).toBe(BigInt(figures.A5 ?? '') - withheld);
        expect(figures.A7).toBe(`${balance}`);
        expect(outcome).toBe(balance === 0n ? 'NIL' : Number(balance) > 0 ? 'UNDERPAID' : 'OVERPAID');
      }),
    );
  });
});
