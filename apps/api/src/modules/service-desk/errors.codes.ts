/** The error codes this module owns; with a field behind the dot, the sentence for that field. */
export type ServiceDeskErrorCode =
  | 'NOT_RECOGNISED'
  | 'RATE_LIMITED'
  | 'RATE_LIMITED.identifier'
  | 'NOT_FOUND.identifier'
  | 'INVALID_INPUT.identifier';
