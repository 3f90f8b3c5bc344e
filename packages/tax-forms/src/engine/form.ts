import type { FormFinding } from './findings.ts';
import type { Rupiah } from './rupiah.ts';

/** Annual returns of individuals, by the name everybody calls them. */
export type FormCode = '1770' | '1770S' | '1770SS';

/**
 * A return's answers or figures by field code: digits with an optional minus for money, `K/1` for a status.
 * An absent field and an empty text both mean: not answered.
 */
export type Facts = Readonly<Record<string, string>>;

/** What a question screen needs to know of a field. */
export interface FieldSpec {
  /** As on the form: `A1`, `ptkp`. */
  code: string;
  kind: 'money' | 'ptkp';
  /** The part of the form where it stands. */
  section: string;
  /** A required field has no default: the return cannot be submitted without it. */
  required: boolean;
  /** What an unanswered field counts as. */
  default?: string;
}

/** A field that is computed, never asked. */
export interface FigureSpec {
  code: string;
  section: string;
}

export type Outcome = 'NIL' | 'UNDERPAID' | 'OVERPAID';

/** What a form makes of the answers. */
export interface Computation {
  /** As many of the computed fields as the answers allow. */
  figures: Facts;
  findings: FormFinding[];
  /** null until the answers suffice to compute it. */
  outcome: Outcome | null;
  /** What is still to be paid; negative: what was paid too much; null until computable. */
  balance: Rupiah | null;
}

/** One edition of a form, as it stands from a tax year on: the folder `forms/<code>/<first tax year>`. */
export interface FormEdition {
  code: FormCode;
  filedBy: 'individual' | 'company';
  /** Tax years that this edition computes. */
  taxYears: readonly number[];
  /** Those of them for which a return can be opened. */
  offeredTaxYears: readonly number[];
  fields: readonly FieldSpec[];
  figures: readonly FigureSpec[];
  compute(facts: Facts, taxYear: number): Computation;
}

/** A form for one tax year. */
export interface Form extends Omit<FormEdition, 'compute'> {
  taxYear: number;
  /** Computes the figures and looks for what is missing or contradictory. Any text in `facts` is survived. */
  compute(facts: Facts): Computation;
}
