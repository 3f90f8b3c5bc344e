import type { Content, ContentRequest } from '#modules/delivery';
import { codeMail, codeSms } from '../rules/message-text.ts';
import { deriveCode } from '../rules/one-time-code.ts';
import { stateOf } from '../rules/state-of.ts';
import { findTokens, type Read } from '../store/find.ts';
import type { Needs } from './needs.ts';

/**
 * The texts of tokens' messages at the moment of sending, or 'dead' where a token no longer takes a code (verified, locked,
 * cancelled, past its absolute end): nothing dead goes out late (R57).
 */
export async function renderMessages(
  needs: Needs,
  requests: ContentRequest[],
): Promise<(Content | 'dead')[]> {
  const found = await findTokens(needs.db.read, [...new Set(requests.map(({ ref }) => ref))]);
  const tokens = new Map(found.map((token) => [token.id, token]));
  return requests.map((request) => render(needs, tokens.get(request.ref), request));
}

/** The only caller of `reveal()` besides the verifier. */
function render(
  { keys }: Needs,
  token: Read | undefined,
  { channel, locale, originHost }: ContentRequest,
): Content | 'dead' {
  if (!token || stateOf({ ...token, validUntil: null }, token.now) !== 'OPEN') return 'dead';
  const { id, keyId, reference, purpose, windowSeconds, endsAt } = token;
  const code = deriveCode(keys.token.key(keyId), id);
  const facts = { code: code.reveal(), reference, purpose, windowSeconds, endsAt, locale };
  return channel === 'SMS' ? codeSms(facts, originHost) : codeMail(facts);
}
