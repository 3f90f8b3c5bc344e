import { describe, expect, it } from 'vitest';
import { prefillFrom } from '../index.ts';

const slip = { gross: 48_000_000n, deductions: 2_400_000n, withheld: 15_000n, status: 'K/1' } as const;

describe('answers from withholding slips', () => {
  it('are none without a slip, and none for a form that reads other boxes', () => {
    expect(prefillFrom([], '1770SS')).toEqual({});
    expect(prefillFrom([slip], '1770S')).toEqual({});
  });

  it('fill gross income, deductions, status and tax withheld', () => {
    expect(prefillFrom([slip], '1770SS')).toEqual({
      A1: '48000000',
      A2: '2400000',
      ptkp: 'K/1',
      A6: '15000',
    });
  });

  it('add up over the slips of a year', () => {
    const second = { ...slip, gross: 1n, status: 'TK/0' } as const;
    expect(prefillFrom([slip, second], '1770SS')).toMatchObject({ A1: '48000001', A6: '30000', ptkp: 'K/1' });
  });
});
