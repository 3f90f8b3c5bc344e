import type { AccountErrorCode } from './errors.codes.ts';

export const errorsEn = {
  NOT_RECOGNISED: 'What you entered does not match. Check it and try once more.',
  ALREADY_ACTIVATED: 'This account is active already. Sign in with your password.',
  EFIN_EXPIRED:
    'More than 30 days have passed since this e-FIN was issued. Apply for a new one at a tax office.',
  WEAK_PASSWORD:
    'That password is too easy to guess. Use at least 10 characters, for example a few unrelated words.',
  CHANNEL_NOT_CONFIRMED: 'No address is confirmed yet. Enter the code from the SMS or e-mail first.',
  'INVALID_INPUT.identifier':
    'That NPWP or NIK is incomplete or mistyped. An NPWP has 15 or 16 digits, a NIK 16.',
  'INVALID_INPUT.efin': 'An e-FIN has 10 digits.',
  'INVALID_INPUT.password': 'Enter your password (at most 128 characters).',
  'INVALID_INPUT.phone':
    'Enter an Indonesian mobile number, for example 0812 3456 7890, or an e-mail address.',
  'INVALID_INPUT.email': 'Enter a complete e-mail address, for example name@example.id.',
  'INVALID_INPUT.liabilityAccepted': 'Accept the liability statement to activate the account.',
} satisfies Record<AccountErrorCode, string>;
