import { useApolloClient, useMutation } from '@apollo/client/react';
import { SubmitReturnDocument, type SubmitReturnMutation } from '../../../generated/filing.ts';
import { Trouble } from '../../../lib/trouble.ts';
import { type CodeAnswer, whyNotTaken } from '../../tokens/index.ts';
import { forgetCode } from '../draft/askedCode.ts';
import { isUnsaved } from '../draft/draft.ts';
import { keptOf } from '../draft/keepers.ts';
import type { OpenReturn } from '../draft/openReturn.ts';

type Answer = NonNullable<SubmitReturnMutation['submitReturn']>;

/**
 * Sends the return with a code. The version sent is the one on the screen; pressed twice, or again after an answer
 * was lost, the API gives the same receipt.
 */
export function useSubmit(open: OpenReturn, tokenId: string): (code: string) => Promise<CodeAnswer> {
  const { cache } = useApolloClient();
  const [submitReturn] = useMutation(SubmitReturnDocument);
  const { stored, keeper, go } = open;

  const send = async (code: string): Promise<Answer> => {
    const { version } = keeper.state().draft.kept;
    const proof = { token: { tokenId, code } };
    const input = { returnId: stored.id, version, statementAccepted: true, proof };
    const { data } = await submitReturn({ variables: { input } });
    if (!data) throw new Trouble('server');
    return data.submitReturn;
  };

  return async (code) => {
    let answer = await send(code);
    if (answer.__typename === 'StaleVersion') {
      keeper.receive(keptOf(answer.current));
      // Saved elsewhere with the very same answers: what was checked here is still what is sent.
      const { draft } = keeper.state();
      if (draft.taken.length === 0 && draft.clashes.length === 0 && !isUnsaved(draft))
        answer = await send(code);
    }
    if (answer.__typename === 'Receipt') {
      const receipt = answer;
      cache.modify({
        id: cache.identify({ __typename: 'TaxReturn', id: stored.id }) ?? '',
        fields: {
          state: () => 'SUBMITTED',
          receipt: (_, { toReference }) => toReference(receipt, true) ?? receipt,
        },
      });
      forgetCode(stored.id);
      go('submitted');
      return null;
    }
    if (answer.__typename === 'ReturnIncomplete') {
      go('notComplete');
      return null;
    }
    return whyNotTaken(answer);
  };
}
