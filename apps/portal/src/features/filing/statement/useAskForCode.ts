import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { RequestTokenDocument } from '../../../generated/filing.ts';
import { type Sentence, said } from '../../../lib/locale.ts';
import { isRefusal } from '../../../lib/refusal.ts';
import { rememberCode } from '../draft/askedCode.ts';
import type { OpenReturn } from '../draft/openReturn.ts';
import { isFree, type Offer } from './offers.ts';

/** Why no code was asked for: the API's refusal, or answers that are not saved yet. */
export type Blocked = { message: Sentence; until?: string | null } | 'unsaved';

/**
 * Asks for the code of exactly the answers on the screen, which are saved first; the price is sent only because
 * it was accepted. `onRefused` is told when what the offers said may have changed.
 */
export function useAskForCode({ stored, keeper, go }: OpenReturn, onRefused: () => void) {
  const [requestToken, { error }] = useMutation(RequestTokenDocument);
  const [blocked, setBlocked] = useState<Blocked>();
  const [isAsking, setAsking] = useState(false);

  const ask = async ({ channel, price }: Offer): Promise<void> => {
    if ((await keeper.flush()) !== 'saved') return setBlocked('unsaved');
    const accepted = isFree({ price }) ? {} : { acceptPrice: price };
    const input = { returnId: stored.id, channel, ...accepted };
    const answered = await requestToken({ variables: { input } }).catch(() => undefined);
    const result = answered?.data?.requestToken;
    if (!result) return;
    if (!isRefusal(result)) {
      rememberCode(stored.id, result.id);
      return go('codeAsked');
    }
    if (result.code === 'RETURN_INCOMPLETE') return go('notComplete');
    setBlocked({ message: said(result.message), until: result.until });
    onRefused();
  };

  /** To a code that is under way: it is one for what was saved, and answers that are not would make it another. */
  const goOnWith = async (tokenId: string): Promise<void> => {
    if ((await keeper.flush()) !== 'saved') return setBlocked('unsaved');
    rememberCode(stored.id, tokenId);
    go('codeAsked');
  };

  const begin = (work: () => Promise<void>) => {
    setBlocked(undefined);
    setAsking(true);
    work().finally(() => setAsking(false));
  };
  return {
    error,
    blocked,
    isAsking,
    ask: (offer: Offer) => begin(() => ask(offer)),
    goOnWith: (tokenId: string) => begin(() => goOnWith(tokenId)),
  };
}
