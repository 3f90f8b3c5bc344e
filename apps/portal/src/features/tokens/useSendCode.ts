import { useMutation } from '@apollo/client/react';
import { VerifyTokenDocument } from '../../generated/tokens.ts';
import { type Sentence, said } from '../../lib/locale.ts';
import { isRefusal } from '../../lib/refusal.ts';

/** Null when the code was taken, else the sentence for the field. */
export type CodeAnswer = Sentence | null;

/** Sends a code to `verifyToken`, which takes it for every purpose but a submission. */
export function useSendCode(tokenId: string): (code: string) => Promise<CodeAnswer> {
  const [verify] = useMutation(VerifyTokenDocument);
  return async (code) => {
    const { data } = await verify({ variables: { input: { tokenId, code } } });
    const answer = data?.verifyToken;
    return answer && isRefusal(answer) ? said(answer.message) : null;
  };
}
