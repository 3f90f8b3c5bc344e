import type { FilingErrorCode } from './errors.codes.ts';

export const errorsEn = {
  ALREADY_SUBMITTED: 'This return has been sent and cannot be changed. To change it, make an amendment.',
  STALE_VERSION:
    'This return was changed in another window. Look at the latest answers and go on from there.',
  RETURN_INCOMPLETE: 'The return is not complete. Correct what is marked, then try again.',
  RETURN_CHANGED:
    'The return changed after this code was asked for. Ask for a new code for what it says now.',
  'INVALID_INPUT.form':
    'This form cannot be filled in here yet. The one that can is 1770 SS, for individuals.',
  'INVALID_INPUT.taxYear': 'This tax year cannot be filed here. Choose a tax year from the list.',
  'INVALID_INPUT.taxMonth': 'This form is for a whole year. Open it without a month.',
  'INVALID_INPUT.amends':
    'What can be corrected is a return that was sent, on the same form and for the same year.',
  'INVALID_INPUT.statementAccepted': 'Agree to the statement first, then send.',
  'INVALID_INPUT.code': 'A code has six digits. Type it as the message shows it.',
  'NOT_FOUND.returnId': 'Your account has no such return. Open it again from the list of returns.',
  'NOT_FOUND.amends': 'Your account has no such return to correct. Choose one from the list of returns.',
  'CHANNEL_UNUSABLE.channel': 'This channel is not confirmed for your account. Choose another.',
  UNKNOWN_FIELD: 'The form has no such field. Load the page again, then try again.',
  MALFORMED: 'Enter digits only, for example 48000000.',
  NEGATIVE: 'Enter zero or more.',
  NOT_WHOLE_RUPIAH: 'Enter whole rupiah, without decimals.',
  TOO_LONG: 'This amount is too large. Enter 15 digits at most.',
  NOT_A_STATUS: 'Choose a status from the list: TK/0 to K/I/3.',
  MISSING: 'This must be filled in.',
  GROSS_ABOVE_LIMIT: 'Gross income is above {limit}: 1770 SS does not apply. Use form {form}.',
  DEDUCTIONS_ABOVE_GROSS: 'Deductions are larger than gross income. Look at your withholding slip again.',
  WITHHELD_ABOVE_GROSS: 'Tax withheld is larger than gross income. Look at your withholding slip again.',
  FINAL_TAX_ABOVE_BASE: 'Final tax is larger than the income it is on. Look at both figures again.',
} satisfies Record<FilingErrorCode, string>;
