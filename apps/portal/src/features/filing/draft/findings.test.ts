import { formFor } from '@sampai/tax-forms';
import { describe, expect, it } from 'vitest';
import { filing as en } from '../../../locales/en/filing.ts';
import { filing as id } from '../../../locales/id/filing.ts';
import { faultsIn, fieldsOf, findingsAt, isField, screenOf, sentenceOf } from './findings.ts';

const form = formFor('1770SS', 2024);
if (!form) throw new Error('form 1770SS does not stand');

it('the screens ask every field of the form, once', () => {
  const asked = (['A', 'B', 'C'] as const).flatMap(fieldsOf);
  expect(asked.toSorted()).toEqual(form.fields.map(({ code }) => code).toSorted());
  for (const { code, section } of form.fields)
    expect(isField(code) && fieldsOf(section as 'A')).toContain(code);
});

it('a field’s screen is where its section is asked', () => {
  expect([screenOf('ptkp'), screenOf('B9'), screenOf('C12')]).toEqual(['income', 'final-income', 'assets']);
});

describe('at a field', () => {
  it('nothing is said of what is empty before the person wants to go on', () => {
    const empty = form.compute({});
    expect(findingsAt(empty, 'A1', id, false)).toEqual({ error: undefined, warning: undefined });
    expect(findingsAt(empty, 'A1', id, true).error).toBe('Lengkapi penghasilan bruto.');
    expect(faultsIn(empty, 'A', en).map(({ fieldId }) => fieldId)).toEqual(['field-A1', 'field-ptkp']);
    expect(faultsIn(empty, 'B', id)).toEqual([]);
  });
  it('the limit is said at once, in rupiah and with the form’s name', () => {
    const above = form.compute({ A1: '60000001', ptkp: 'TK/0' });
    const [finding] = above.findings;
    expect(finding && sentenceOf(finding, id)).toContain(
      'di atas Rp60.000.000, jadi yang dipakai formulir 1770 S.',
    );
    expect(findingsAt(above, 'A1', en, false).error).toContain('above Rp60.000.000, so the form is 1770 S.');
  });
  it('a doubt is no error and stops nothing', () => {
    const doubtful = form.compute({ A1: '1000', A2: '1001', ptkp: 'TK/0' });
    expect(findingsAt(doubtful, 'A2', id, true)).toMatchObject({ error: undefined });
    expect(findingsAt(doubtful, 'A2', id, true).warning).toMatch(/^Pengurangan lebih besar/);
    expect(faultsIn(doubtful, 'A', id)).toEqual([]);
  });
});
