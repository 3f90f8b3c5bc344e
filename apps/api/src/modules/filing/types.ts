import type { Facts, FormCode, FormFinding, Outcome } from '@sampai/tax-forms';

/** A revision as it is kept. */
export type StoredReturn = {
  id: string;
  taxpayerId: string;
  form: FormCode;
  taxYear: number;
  taxMonth: number | null;
  /** 0: original. */
  amendment: number;
  version: number;
  state: 'DRAFT' | 'SUBMITTED';
  facts: Facts;
  prefilled: string[];
  receipt: StoredReceipt | null;
};

/** What was established at the submission; it never changes, whatever later code would compute. */
export type StoredReceipt = {
  number: string;
  submittedAt: Date;
  /** 32 bytes: SHA-256 of the canonical content. */
  digest: Uint8Array;
  figures: Facts;
  outcome: Outcome;
  balance: bigint;
};

/** A revision as its owner sees it: what is kept, and what the form makes of it. */
export type ReturnView = StoredReturn & {
  figures: Facts;
  findings: FormFinding[];
  outcome: Outcome | null;
  balance: bigint | null;
  /** `YYYY-MM-DD`. */
  dueOn: string;
};

/** Why filing says no, finer than the contract's codes: each reason has a sentence of its own. */
export type Reason =
  | 'NOT_SIGNED_IN'
  | 'NOT_FOUND'
  | 'FORM_DOES_NOT_STAND'
  | 'YEAR_NOT_OFFERED'
  | 'MONTH_NOT_ASKED'
  | 'AMENDS_ANOTHER_RETURN'
  | 'AMENDS_A_DRAFT'
  | 'ALREADY_FILED'
  | 'ALREADY_SUBMITTED'
  | 'STALE_VERSION'
  | 'RETURN_INCOMPLETE'
  | 'RETURN_CHANGED'
  | 'STATEMENT_NOT_ACCEPTED'
  | 'NO_SUCH_CHANNEL'
  | 'NO_CHANNEL';

/** A refusal: a reason of ours, or an answer that cannot be read. */
export type FilingRefusal = { reason: Reason; field?: string } | { unreadable: FormFinding };
