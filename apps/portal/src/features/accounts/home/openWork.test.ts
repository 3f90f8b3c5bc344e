import { describe, expect, it } from 'vitest';
import { filed, type HomeReturn, openWork } from './openWork.ts';

const base: HomeReturn = {
  id: 'r1',
  form: '1770SS',
  taxYear: 2024,
  taxMonth: null,
  amendment: 0,
  state: 'DRAFT',
  outcome: null,
  balance: null,
  dueOn: '2025-03-31',
  receipt: null,
};
const sent = (id: string, taxYear: number, submittedAt: string): HomeReturn => ({
  ...base,
  id,
  taxYear,
  state: 'SUBMITTED',
  receipt: { number: `BPE-${id}`, submittedAt, pdfUrl: '/receipts/x' },
});
const open = (returns: HomeReturn[]) =>
  openWork(returns, [2021, 2022, 2023, 2024]).map(({ kind, taxYear }) => `${kind} ${taxYear}`);

describe('what is open', () => {
  it('is every offered year for somebody who never filed', () => {
    expect(open([])).toEqual(['none 2024', 'none 2023', 'none 2022', 'none 2021']);
  });
  it('is a draft where there is one, and no year that was filed', () => {
    expect(open([base, sent('r2', 2023, '2024-03-01T00:00:00Z')])).toEqual([
      'draft 2024',
      'none 2022',
      'none 2021',
    ]);
  });
  it('is also a draft that amends a filed year', () => {
    const amends = { ...base, id: 'r3', amendment: 1 };
    expect(open([sent('r2', 2024, '2025-03-01T00:00:00Z'), amends])[0]).toBe('draft 2024');
  });
  it('leaves the annual return open when only a month of that year was filed', () => {
    const month = { ...sent('r4', 2024, '2024-05-01T00:00:00Z'), taxMonth: 4 };
    expect(open([month])).toContain('none 2024');
  });
});

it('shows the latest receipt first', () => {
  const older = sent('a', 2022, '2023-03-01T00:00:00Z');
  const newer = sent('b', 2021, '2023-04-01T00:00:00Z');
  expect(filed([older, base, newer]).map(({ id }) => id)).toEqual(['b', 'a']);
});
