import { useMutation } from '@apollo/client/react';
import { type AdviceViewFragment, ResendTokenDocument } from '../../generated/tokens.ts';
import { type Sentence, saidOnly } from '../../lib/locale.ts';
import { isRefusal } from '../../lib/refusal.ts';
import type { ResendWay } from './resend.ts';

export type AdviceGiven = AdviceViewFragment;

/** What came of asking again: said beside the field until the next try. */
export type ResendAnswer =
  | { kind: 'sent' }
  | { kind: 'refused'; message: Sentence; until: string | null; advice: AdviceGiven | null }
  | { kind: 'trouble'; error: unknown };

/** Asks for the same code again, by whichever button: the price sent is the one that stood on it. */
export function useResend(tokenId: string, onAnswer: (answer: ResendAnswer) => void) {
  const [resend, { loading }] = useMutation(ResendTokenDocument);
  const ask = async ({ channel, price }: Pick<ResendWay, 'channel' | 'price'>) => {
    try {
      const { data } = await resend({ variables: { input: { tokenId, channel, acceptPrice: price } } });
      const answer = data?.resendToken;
      if (answer === undefined || !isRefusal(answer)) return onAnswer({ kind: 'sent' });
      onAnswer({
        kind: 'refused',
        message: saidOnly(answer.message),
        until: answer.until,
        advice: 'advice' in answer ? answer.advice : null,
      });
    } catch (error) {
      onAnswer({ kind: 'trouble', error });
    }
  };
  return { ask, isAsking: loading };
}

export type Resending = ReturnType<typeof useResend>;
