/** The error codes this module owns; with a field behind the dot, the sentence for that field. */
export type AccountErrorCode =
  | 'NOT_RECOGNISED'
  | 'ALREADY_ACTIVATED'
  | 'EFIN_EXPIRED'
  | 'WEAK_PASSWORD'
  | 'CHANNEL_NOT_CONFIRMED'
  | 'INVALID_INPUT.identifier'
  | 'INVALID_INPUT.efin'
  | 'INVALID_INPUT.password'
  | 'INVALID_INPUT.phone'
  | 'INVALID_INPUT.email'
  | 'INVALID_INPUT.liabilityAccepted';
