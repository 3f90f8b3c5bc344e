import { dueDate, type Form, formFor } from '@sampai/tax-forms';
import type { StoredReturn, TaxReturnView } from '../types.ts';

/** The form of a return that is kept. Forms are never taken away, so a missing one is a fault of ours. */
export function formOf({ form, taxYear }: Pick<StoredReturn, 'form' | 'taxYear'>): Form {
  const standing = formFor(form, taxYear);
  if (!standing) throw new Error(`a return is kept on form ${form} for ${taxYear}, which no longer stands`);
  return standing;
}

/** Computes a draft anew; a submitted revision shows what was established when it was submitted. */
export function viewReturn(stored: StoredReturn): TaxReturnView {
  const dueOn = dueDate(stored.form, stored.taxYear);
  if (stored.receipt) {
    const { figures, outcome, balance } = stored.receipt;
    return { ...stored, figures, findings: [], outcome, balance, dueOn };
  }
  return { ...stored, ...formOf(stored).compute(stored.facts), dueOn };
}
