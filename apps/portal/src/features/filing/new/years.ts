import { offeredTaxYears } from '@sampai/tax-forms';

/** Tax years for which the portal opens a return, the newest first. */
export function offeredYears(): number[] {
  return offeredTaxYears('1770SS').toReversed();
}

/** A year that a URL names, if it is offered. */
export function offeredYear(year: number | undefined): number | undefined {
  return offeredYears().find((offered) => offered === year);
}
