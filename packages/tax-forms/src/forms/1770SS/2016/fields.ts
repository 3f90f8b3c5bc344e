import type { FieldSpec, FigureSpec } from '../../../engine/form.ts';

/**
 * Form 1770 SS as laid out by PER-30/PJ/2017 and the editions before it. A: income and tax; B: income taxed
 * finally or not at all; C: assets and debts, totals only.
 */
export const FIELDS: readonly FieldSpec[] = [
  { code: 'A1', kind: 'money', section: 'A', required: true },
  { code: 'A2', kind: 'money', section: 'A', required: false, default: '0' },
  { code: 'ptkp', kind: 'ptkp', section: 'A', required: true },
  { code: 'A6', kind: 'money', section: 'A', required: false, default: '0' },
  { code: 'B8', kind: 'money', section: 'B', required: false, default: '0' },
  { code: 'B9', kind: 'money', section: 'B', required: false, default: '0' },
  { code: 'B10', kind: 'money', section: 'B', required: false, default: '0' },
  { code: 'C11', kind: 'money', section: 'C', required: false, default: '0' },
  { code: 'C12', kind: 'money', section: 'C', required: false, default: '0' },
];

/** Personal relief, taxable income, tax, and what is left of it to pay. */
export const FIGURES: readonly FigureSpec[] = [
  { code: 'A3', section: 'A' },
  { code: 'A4', section: 'A' },
  { code: 'A5', section: 'A' },
  { code: 'A7', section: 'A' },
];
