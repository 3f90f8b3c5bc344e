export { canonicalContent, canonicalFacts } from './engine/canonical-content.ts';
export { dueDate } from './engine/due-date.ts';
export {
  type FindingCode,
  type FormFinding,
  isError,
  isUnreadable,
  type Severity,
} from './engine/findings.ts';
export type {
  Computation,
  Facts,
  FieldSpec,
  FigureSpec,
  Form,
  FormCode,
  FormEdition,
  Outcome,
} from './engine/form.ts';
export { incomeTax, taxableIncome } from './engine/income-tax.ts';
export {
  isReliefStatus,
  type MaritalStatus,
  partsOfStatus,
  personalRelief,
  RELIEF_STATUSES,
  type ReliefStatus,
} from './engine/personal-relief.ts';
export { LONGEST_AMOUNT, type Rupiah, readAmount } from './engine/rupiah.ts';
export { SHORT_FORM_GROSS_LIMIT } from './engine/thresholds.ts';
export { formFor, isFormCode, offeredTaxYears } from './registry.ts';
export { type RoutingAnswers, routeForm } from './route-form.ts';
export { prefillFrom, type Slip1721A1 } from './slips/slip-1721-a1.ts';
