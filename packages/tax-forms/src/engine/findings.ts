export type Severity = 'ERROR' | 'WARNING';

/** What can be wrong with a return. The sentences for these stand where they are shown. */
export type FindingCode =
  | 'UNKNOWN_FIELD'
  | 'MALFORMED'
  | 'NEGATIVE'
  | 'NOT_WHOLE_RUPIAH'
  | 'TOO_LONG'
  | 'NOT_A_STATUS'
  | 'MISSING'
  | 'GROSS_ABOVE_LIMIT'
  | 'DEDUCTIONS_ABOVE_GROSS'
  | 'WITHHELD_ABOVE_GROSS'
  | 'FINAL_TAX_ABOVE_BASE';

/** One thing that is missing, unreadable or contradictory. */
export interface FormFinding {
  /** Field code, as on the form. */
  field: string;
  severity: Severity;
  code: FindingCode;
  /** What a sentence about it may name: a limit in rupiah, another form. Never the answer itself. */
  data?: Readonly<Record<string, string>>;
}

const UNREADABLE: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'UNKNOWN_FIELD',
  'MALFORMED',
  'NEGATIVE',
  'NOT_WHOLE_RUPIAH',
  'TOO_LONG',
  'NOT_A_STATUS',
]);

/** Whether an answer is no answer at all: such a one is refused, while what is missing may come later. */
export function isUnreadable(finding: FormFinding): boolean {
  return UNREADABLE.has(finding.code);
}

/** Whether a return with this finding cannot be submitted. */
export function isError(finding: FormFinding): boolean {
  return finding.severity === 'ERROR';
}

/** A finding that stops the submission. */
export const error = (field: string, code: FindingCode, data?: FormFinding['data']): FormFinding =>
  data ? { field, severity: 'ERROR', code, data } : { field, severity: 'ERROR', code };

/** A finding that asks to look twice. */
export const warning = (field: string, code: FindingCode): FormFinding => ({
  field,
  severity: 'WARNING',
  code,
});
