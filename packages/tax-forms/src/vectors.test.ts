import { describe, expect, it } from 'vitest';
import { formFor, incomeTax, type MaritalStatus, personalRelief, routeForm, taxableIncome } from './index.ts';
import vectors from './testing/vectors.json' with { type: 'json' };

/** Worked examples of the law, of publications and of our own; each names its source in the data file. */
interface Vector {
  id: string;
  category: string;
  input: Record<string, string | number | boolean>;
  expected: Record<string, string | number>;
}

const STATUS = { NIL: 'NIHIL', UNDERPAID: 'KURANG_BAYAR', OVERPAID: 'LEBIH_BAYAR' } as const;

const workings: Record<string, (input: Vector['input']) => Vector['expected']> = {
  ptkp: ({ status, dependants, taxYear }) => ({
    ptkp: Number(personalRelief(status as MaritalStatus, Number(dependants), Number(taxYear))),
  }),
  pasal17: ({ pkp, taxYear }) => ({
    tax: Number(incomeTax(BigInt(Number(pkp)), Number(taxYear))),
    pkpRounded: Number(taxableIncome(BigInt(Number(pkp)))),
  }),
  form1770SS: ({ taxYear, ...answers }) => {
    const facts = Object.fromEntries(Object.entries(answers).map(([code, answer]) => [code, String(answer)]));
    const computed = formFor('1770SS', Number(taxYear))?.compute(facts);
    const figures = Object.entries(computed?.figures ?? {}).map(([code, figure]) => [code, Number(figure)]);
    return { ...Object.fromEntries(figures), status: computed?.outcome ? STATUS[computed.outcome] : '' };
  },
  formRouting: (input) => ({
    form: routeForm({
      businessOrFreeProfession: Boolean(input.businessOrFreeProfession),
      separateOrPropertySplit: Boolean(input.separateOrPropertySplit),
      grossYear: BigInt(Number(input.grossYear)),
      employers: Number(input.employers),
    }),
  }),
};

describe('worked examples', () => {
  it.each(vectors as unknown as Vector[])('$id ($category) comes out as published', (vector) => {
    expect(workings[vector.category]?.(vector.input)).toEqual(vector.expected);
  });

  it('leaves no category without a working', () => {
    const categories = new Set(vectors.map((vector) => vector.category));
    expect([...categories].sort()).toEqual(Object.keys(workings).sort());
  });
});
