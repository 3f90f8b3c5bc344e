import type { TokenErrorCode } from './errors.codes.ts';

export const errorsEn = {
  WRONG_CODE: 'That code does not match. Check the ref in the message, then try again.',
  TOKEN_EXPIRED: 'The time for this code has passed. Ask for a code again; then it counts.',
  TOKEN_LOCKED: 'There are no attempts left. Start again from the step before, or contact us.',
  TOKEN_CANCELLED:
    'What you were about to send has changed, so this code no longer works. Ask for a new one.',
  RESEND_ON_ITS_WAY: 'The code is on its way. Wait until the time shown before you ask again.',
  RESEND_TOO_SOON: 'The code was sent just now. You can ask again at the time shown.',
  RESEND_WOULD_NOT_HELP: 'Sending again this way would not help now; what was sent holds the same code.',
  RESEND_CAPPED: 'For now, codes have been sent as often as is allowed. Every message holds the same code.',
  PRICE_NOT_ACCEPTED:
    'SMS to this number costs money. Accept the price first, or choose e-mail, which is free.',
  CHANNEL_UNUSABLE: 'This way cannot carry codes yet. Choose another.',
  CHALLENGE_NEEDED:
    'Many codes were asked for from your network. Your browser is checked first, without anything for you to do; send again.',
  'INVALID_INPUT.code': 'A code has 6 digits.',
  'INVALID_INPUT.tokenId': 'This code is entered where the return is sent.',
} satisfies Record<TokenErrorCode, string>;
