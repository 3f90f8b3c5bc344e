import type { Advice, ErrorCode } from '#generated/graphql';
import { refusal } from '#graphql/refusals';
import type { Channel } from '#modules/delivery';
import { noAddressSentence, wrongCodeSentence } from '../errors.ts';
import type { TokenView } from '../types.ts';
import type { ResendOutcome } from '../use-cases/resend-token.ts';
import type { AloneOutcome } from '../use-cases/verify-alone.ts';
import type { VerifyOutcome } from '../use-cases/verify-token.ts';
import { adviceSentence, heldSentence, inVainSentence } from '../words.ts';

const RESEND_CODE = {
  'on-its-way': 'RESEND_ON_ITS_WAY',
  'too-soon': 'RESEND_TOO_SOON',
  'would-not-help': 'RESEND_WOULD_NOT_HELP',
  capped: 'RESEND_CAPPED',
} as const satisfies Record<string, ErrorCode>;

/** A resend decision as the contract says it: a time and a better way out, never a silent no-op. */
export function presentResend(
  outcome: ResendOutcome,
  view: TokenView | null,
  locale: 'id' | 'en',
  asked: Channel | null = null,
) {
  if (outcome.verdict === 'sent')
    return view ? { __typename: 'VerificationToken' as const, ...view } : refusal('NOT_FOUND');
  if (outcome.verdict === 'refused' && outcome.code === 'CHANNEL_UNUSABLE' && asked)
    return { ...refusal(outcome.code, { field: 'channel' }), message: noAddressSentence[locale][asked] };
  if (outcome.verdict === 'refused') return refusal(outcome.code);
  const advice = betterWay(outcome, view, locale);
  return {
    __typename: 'ResendRefused' as const,
    code: RESEND_CODE[outcome.verdict],
    ...('ours' in outcome ? { message: heldSentence(locale) } : {}),
    ...('refused' in outcome
      ? { message: inVainSentence(asked ?? view?.channel ?? 'EMAIL', advice !== null, locale) }
      : {}),
    until: 'until' in outcome ? outcome.until : null,
    usualSeconds: 'usualSeconds' in outcome ? outcome.usualSeconds : null,
    advice,
  };
}

/** A code that confirms an address has no other channel of its own; what its owner is advised of is a way out all the same. */
function betterWay(outcome: object, view: TokenView | null, locale: 'id' | 'en'): Advice | null {
  if ('advice' in outcome && outcome.advice) return presentAdvice(outcome.advice as Channel, view, locale);
  return 'refused' in outcome && view?.advice ? sayAdvice(view.advice, locale) : null;
}

/** A code that does not match: which message to look at, and how many attempts are left. */
export const presentWrongCode = (
  { attemptsLeft, reference }: Extract<VerifyOutcome, { verdict: 'wrong' }>,
  locale: 'id' | 'en',
) => ({
  __typename: 'WrongCode' as const,
  code: 'WRONG_CODE' as const,
  attemptsLeft,
  message: wrongCodeSentence[locale](reference, attemptsLeft),
});

export function presentVerify(outcome: AloneOutcome, locale: 'id' | 'en') {
  switch (outcome.verdict) {
    case 'verified':
    case 'already-verified':
      return { __typename: 'VerificationToken' as const, ...outcome.view };
    case 'misplaced':
      return refusal('INVALID_INPUT', { field: 'tokenId' });
    case 'wrong':
      return presentWrongCode(outcome, locale);
    case 'malformed':
      return refusal('INVALID_INPUT', { field: 'code' });
    case 'refused':
      return refusal(outcome.code);
  }
}

const REASON: Record<'id' | 'en', Record<Channel, string>> = {
  id: { SMS: 'Pakai SMS: jalur itu terbuka.', EMAIL: 'Pakai email: gratis, dan jalur itu terbuka.' },
  en: { SMS: 'Use SMS: that way is open.', EMAIL: 'Use e-mail: it is free, and that way is open.' },
};
const presentAdvice = (channel: Channel, view: TokenView | null, locale: 'id' | 'en'): Advice =>
  view?.advice?.channel === channel
    ? sayAdvice(view.advice, locale)
    : {
        ...{ channel, confirm: view?.advice?.confirm ?? false, reason: REASON[locale][channel] },
        price: channel === 'EMAIL' ? 0n : null,
      };

/** What would serve better, in words, with what one tap on it must accept. */
export const sayAdvice = (advice: NonNullable<TokenView['advice']>, locale: 'id' | 'en'): Advice => ({
  ...{ channel: advice.channel, confirm: advice.confirm, price: advice.confirm ? null : advice.price },
  reason: adviceSentence(advice, locale),
});
