import type { ServiceDeskErrorCode } from './errors.codes.ts';

export const errorsEn = {
  NOT_RECOGNISED: 'That login and password do not match. Check both, then try again.',
  RATE_LIMITED: 'Tried too often from here. Try again at the time shown.',
  'RATE_LIMITED.identifier': 'Your look-ups for this hour are used up. Look up again at the time shown.',
  'NOT_FOUND.identifier': 'There is no taxpayer with that number. Ask the caller to read it out once more.',
  'INVALID_INPUT.identifier': 'That number is incomplete or mistyped. An NPWP has 15 or 16 digits, a NIK 16.',
} satisfies Record<ServiceDeskErrorCode, string>;
