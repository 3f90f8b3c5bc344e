import { useMutation } from '@apollo/client/react';
import { VerifyTokenDocument } from '../../generated/tokens.ts';
import { ours, type Sentence, said, saidOnly } from '../../lib/locale.ts';
import { isRefusal } from '../../lib/refusal.ts';
import { tokens as en } from '../../locales/en/tokens.ts';
import { tokens as id } from '../../locales/id/tokens.ts';

/** Null when the code was taken, else the sentence for the field. */
export type CodeAnswer = Sentence | null;

type Unaccepted = { message: string; attemptsLeft?: number };

/**
 * Why a code was not taken. A wrong one is said to be wrong in the other language, too: pressing again, to read it there, would
 * cost an attempt.
 */
export function whyNotTaken({ message, attemptsLeft }: Unaccepted): Sentence {
  if (attemptsLeft === undefined) return said(message);
  const asked = saidOnly(message);
  const wrong = ours({ id, en }, (texts) => texts.wrong(attemptsLeft));
  return (locale) => asked(locale) ?? wrong(locale);
}

/** Sends a code to `verifyToken`, which takes it for every purpose but a submission. */
export function useSendCode(tokenId: string): (code: string) => Promise<CodeAnswer> {
  const [verify] = useMutation(VerifyTokenDocument);
  return async (code) => {
    const { data } = await verify({ variables: { input: { tokenId, code } } });
    const answer = data?.verifyToken;
    return answer && isRefusal(answer) ? whyNotTaken(answer) : null;
  };
}
