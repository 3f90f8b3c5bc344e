import type { Form, FormCode } from './engine/form.ts';
import { EDITIONS } from './forms/editions.gen.ts';

/**
 * The form of a code for a tax year.
 * @returns undefined where no such form stands, or not for that year
 */
export function formFor(code: string, taxYear: number): Form | undefined {
  const edition = EDITIONS.find((each) => each.code === code && each.taxYears.includes(taxYear));
  return edition && { ...edition, taxYear, compute: (facts) => edition.compute(facts, taxYear) };
}

/** Whether any edition of a form stands. */
export function isFormCode(code: string): code is FormCode {
  return EDITIONS.some((edition) => edition.code === code);
}

/** The tax years for which a return on this form can be opened, in order. */
export function offeredTaxYears(code: string): readonly number[] {
  return EDITIONS.filter((edition) => edition.code === code)
    .flatMap((edition) => edition.offeredTaxYears)
    .sort((a, b) => a - b);
}
