import { formFor } from '@sampai/tax-forms';
import { describe, expect, it } from 'vitest';
import { judgeSaving } from './judge-saving.ts';

const form = formFor('1770SS', 2022);
if (!form) throw new Error('form 1770SS does not stand');
const stored = {
  state: 'DRAFT' as const,
  version: 3,
  facts: { A1: '48000000', A2: '2400000', ptkp: 'K/1' },
  prefilled: ['A1', 'A2', 'ptkp'],
};

describe('saving answers', () => {
  it.each([
    [{ A1: '-1' }, 'A1', 'NEGATIVE'],
    [{ A1: '1.5' }, 'A1', 'NOT_WHOLE_RUPIAH'],
    [{ A1: 'abc' }, 'A1', 'MALFORMED'],
    [{ C11: '9'.repeat(16) }, 'C11', 'TOO_LONG'],
    [{ ptkp: 'K/9' }, 'ptkp', 'NOT_A_STATUS'],
    [{ A7: '1' }, 'A7', 'UNKNOWN_FIELD'],
  ])('%j is refused and names the field', (facts, field, code) => {
    expect(judgeSaving(stored, form, { version: 3, facts })).toMatchObject({
      verdict: 'refuse',
      refusal: { unreadable: { field, code } },
    });
  });

  it('is refused once the return is submitted', () => {
    expect(judgeSaving({ ...stored, state: 'SUBMITTED' }, form, { version: 3, facts: {} })).toEqual({
      verdict: 'refuse',
      refusal: { code: 'ALREADY_SUBMITTED' },
    });
  });

  it.each([2, 4, -1, 2_147_483_647])('on version %d of 3 is stale, even with the same answers', (version) => {
    expect(judgeSaving(stored, form, { version, facts: stored.facts })).toEqual({ verdict: 'stale' });
  });

  it('keeps what is incomplete, and leaves out what is no longer answered', () => {
    expect(judgeSaving(stored, form, { version: 3, facts: { A1: '0048', A2: '', C11: '0' } })).toEqual({
      verdict: 'save',
      facts: { A1: '48', C11: '0' },
      prefilled: [],
    });
  });

  it('marks as filled in by the authority only what still stands as it was', () => {
    const facts = { ...stored.facts, A2: '1' };
    expect(judgeSaving(stored, form, { version: 3, facts })).toMatchObject({ prefilled: ['A1', 'ptkp'] });
  });
});
