import type { FormCode } from './engine/form.ts';
import type { Rupiah } from './engine/rupiah.ts';
import { SHORT_FORM_GROSS_LIMIT } from './engine/thresholds.ts';

/** What the question screens ask before a form is chosen. */
export interface RoutingAnswers {
  /** Income from a business or a free profession; casual work as an employee is neither. */
  businessOrFreeProfession: boolean;
  /** Husband and wife with a property agreement (PH), or the wife chose to file by herself (MT). */
  separateOrPropertySplit: boolean;
  /** Gross income of the year. */
  grossYear: Rupiah;
  /** How many employers in the year. */
  employers: number;
}

/** The form a person has to file (PER-34/PJ/2010 art. 1 to 3 as amended). */
export function routeForm(answers: RoutingAnswers): FormCode {
  if (answers.businessOrFreeProfession) return '1770';
  if (answers.separateOrPropertySplit || answers.employers > 1) return '1770S';
  return answers.grossYear > SHORT_FORM_GROSS_LIMIT ? '1770S' : '1770SS';
}
