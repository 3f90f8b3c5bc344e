import type { Facts, FormCode } from '../engine/form.ts';
import type { ReliefStatus } from '../engine/personal-relief.ts';
import type { Rupiah } from '../engine/rupiah.ts';

/** An employer's annual withholding slip (1721-A1): the boxes that returns draw on, by their numbers of 2014 to 2023. */
export interface Slip1721A1 {
  /** Box 8: gross income. */
  gross: Rupiah;
  /** Box 11: occupational allowance and pension contributions. */
  deductions: Rupiah;
  /** Box 20: tax withheld and paid. */
  withheld: Rupiah;
  /** Part A box 6: family status on 1 January. */
  status: ReliefStatus;
}

/**
 * The answers that withholding slips give to a return: only those for which the authority holds the figure.
 * Several slips of one year add up; the status is that of the first one.
 * @param slips of one person and tax year, in the order of their dates
 */
export function prefillFrom(slips: readonly Slip1721A1[], form: FormCode): Facts {
  const [first] = slips;
  if (first === undefined || form !== '1770SS') return {};
  const sum = (box: 'gross' | 'deductions' | 'withheld') =>
    slips.reduce((total, slip) => total + slip[box], 0n).toString();
  return { A1: sum('gross'), A2: sum('deductions'), ptkp: first.status, A6: sum('withheld') };
}
