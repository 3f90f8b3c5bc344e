import { describe, expect, it } from 'vitest';
import { canonicalContent, canonicalFacts, type Facts, type Form, formFor } from '../index.ts';

function standing(taxYear: number): Form {
  const form = formFor('1770SS', taxYear);
  if (!form) throw new Error(`no form 1770SS for ${taxYear}`);
  return form;
}

const form = standing(2022);
const facts: Facts = { A1: '58000000', A2: '2900000', ptkp: 'TK/0' };
const content = canonicalContent(form, 0, facts);

describe('the canonical content of a return', () => {
  it.each([
    ['an amount', canonicalContent(form, 0, { ...facts, A1: '58000001' })],
    ['an amount that does not bear on the tax', canonicalContent(form, 0, { ...facts, C12: '1' })],
    ['the status', canonicalContent(form, 0, { ...facts, ptkp: 'TK/1' })],
    ['the tax year', canonicalContent(standing(2023), 0, facts)],
    ['the revision', canonicalContent(form, 1, facts)],
    ['an answer withdrawn', canonicalContent(form, 0, { ...facts, ptkp: '' })],
  ])('changes with %s', (_, changed) => {
    expect(changed).not.toBe(content);
  });

  it.each([
    ['the order of answers', { ptkp: 'TK/0', A2: '2900000', A1: '58000000' }],
    ['leading zeros', { ...facts, A1: '00058000000' }],
    ['zero written out', { ...facts, B8: '0', C12: '' }],
  ])('does not change with %s', (_, same) => {
    expect(canonicalContent(form, 0, same)).toBe(content);
  });

  it('is this text for ever, so that digests already handed out can be checked', () => {
    expect(content).toBe(
      '["sampai/return/1","1770SS",2022,0,[["A1","58000000"],["A2","2900000"],["ptkp","TK/0"],["A6","0"],' +
        '["B8","0"],["B9","0"],["B10","0"],["C11","0"],["C12","0"]]]',
    );
  });
});

describe('answers as they are kept', () => {
  it('hold what was answered and nothing else', () => {
    expect(canonicalFacts(form.fields, { A1: '0058', B8: '', ptkp: 'K/1', Z9: '1' })).toEqual({
      A1: '58',
      ptkp: 'K/1',
    });
  });
});
