import type { FindingCode } from '@sampai/tax-forms';

/** The error codes this module owns; with a field behind the dot, the sentence for that field. */
export type FilingErrorCode =
  | 'ALREADY_SUBMITTED'
  | 'STALE_VERSION'
  | 'RETURN_INCOMPLETE'
  | 'RETURN_CHANGED'
  | 'INVALID_INPUT.form'
  | 'INVALID_INPUT.taxYear'
  | 'INVALID_INPUT.taxMonth'
  | 'INVALID_INPUT.amends'
  | 'INVALID_INPUT.statementAccepted'
  | 'INVALID_INPUT.code'
  | 'NOT_FOUND.returnId'
  | 'NOT_FOUND.amends'
  | 'CHANNEL_UNUSABLE.channel'
  | FindingCode;
