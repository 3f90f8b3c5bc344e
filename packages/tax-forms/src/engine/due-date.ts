import type { FormCode } from './form.ts';

/**
 * The last day to file an annual return in time, as `YYYY-MM-DD`: for individuals three months after the tax
 * year (UU KUP art. 3(3)b). A Sunday or a holiday does not move it, unlike the day for periodic returns; nor
 * did the years in which fines were waived for some days longer.
 * @param _form every form that stands is an individual's; the argument keeps callers ready for those that are not
 */
export function dueDate(_form: FormCode, taxYear: number): string {
  return `${taxYear + 1}-03-31`;
}
