import { formFor } from '@sampai/tax-forms';
import { describe, expect, it } from 'vitest';
import { judgeSubmission } from './judge-submission.ts';
import { readReceiptNumber } from './receipt-number.ts';

const form = formFor('1770SS', 2022);
if (!form) throw new Error('form 1770SS does not stand');
const complete = form.compute({ A1: '48000000', ptkp: 'K/1' });
const draft = { state: 'DRAFT' as const, version: 2 };
const request = { version: 2, statementAccepted: true };

describe('submitting a return', () => {
  it('that was submitted answers as before, whatever else is asked', () => {
    const asked = { version: 99, statementAccepted: false };
    const verdict = judgeSubmission({ state: 'SUBMITTED', version: 2 }, form.compute({}), asked);
    expect(verdict).toEqual({ verdict: 'submitted-before' });
  });

  it('on another version than the latest is stale', () => {
    expect(judgeSubmission(draft, complete, { ...request, version: 1 })).toEqual({ verdict: 'stale' });
  });

  it.each([
    ['something is missing', { A1: '48000000' }],
    ['the form does not apply', { A1: '60000001', ptkp: 'TK/0' }],
  ])('is incomplete where %s', (_, facts) => {
    expect(judgeSubmission(draft, form.compute(facts), request)).toEqual({ verdict: 'incomplete' });
  });

  it('needs the statement', () => {
    expect(judgeSubmission(draft, complete, { ...request, statementAccepted: false })).toEqual({
      verdict: 'refuse',
      refusal: { code: 'INVALID_INPUT', field: 'statementAccepted' },
    });
  });

  it('goes on with a warning', () => {
    const doubtful = form.compute({ A1: '1000', A2: '1001', ptkp: 'K/1' });
    expect(doubtful.findings).toHaveLength(1);
    expect(judgeSubmission(draft, doubtful, request)).toEqual({ verdict: 'submit', computed: doubtful });
  });
});

describe('a receipt number', () => {
  it.each(['', '1234', '8392017465019283746x', '8'.repeat(21), ' '.repeat(200), '\u0000'])(
    '%j is none',
    (text) => {
      expect(readReceiptNumber(text)).toBeNull();
    },
  );

  it('is read with the spaces it was typed with', () => {
    expect(readReceiptNumber(' 8392-0174 6501 9283 7465\n')).toBe('83920174650192837465');
  });
});
