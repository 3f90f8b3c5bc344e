/** The error codes this module owns; with a field behind the dot, the sentence for that field. */
export type TokenErrorCode =
  | 'WRONG_CODE'
  | 'TOKEN_EXPIRED'
  | 'TOKEN_LOCKED'
  | 'TOKEN_CANCELLED'
  | 'RESEND_ON_ITS_WAY'
  | 'RESEND_TOO_SOON'
  | 'RESEND_WOULD_NOT_HELP'
  | 'RESEND_CAPPED'
  | 'PRICE_NOT_ACCEPTED'
  | 'CHANNEL_UNUSABLE'
  | 'CHALLENGE_NEEDED'
  | 'INVALID_INPUT.code'
  | 'INVALID_INPUT.tokenId';
