import type { Facts, FormCode, FormFinding, Outcome } from '@sampai/tax-forms';
import type { RefusalReason } from '#modules/tokens';

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
  savedAt: Date;
  receipt: ReceiptView | null;
};

/** What was established at the submission; it never changes, whatever later code would compute. */
export type ReceiptView = {
  number: string;
  submittedAt: Date;
  /** 32 bytes: SHA-256 of the canonical content. */
  digest: Uint8Array;
  figures: Facts;
  outcome: Outcome;
  balance: bigint;
};

/** A revision as its owner sees it: what is kept, and what the form makes of it. */
export type TaxReturnView = StoredReturn & {
  figures: Facts;
  findings: FormFinding[];
  outcome: Outcome | null;
  balance: bigint | null;
  /** `YYYY-MM-DD`. */
  dueOn: string;
};

/** The contract's codes with which filing says no. */
export type RefusalCode =
  | 'INVALID_INPUT'
  | 'NOT_SIGNED_IN'
  | 'NOT_FOUND'
  | 'ALREADY_SUBMITTED'
  | 'RETURN_INCOMPLETE'
  | 'RETURN_CHANGED'
  | 'CHANNEL_UNUSABLE';

/** A refusal: a code with the field it is about, or an answer that cannot be read. */
export type FilingRefusal =
  | { code: RefusalCode; field?: string; why?: RefusalReason }
  | { unreadable: FormFinding };
