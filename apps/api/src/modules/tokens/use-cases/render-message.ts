import type { Content, ContentRequest } from '#modules/delivery';
import { codeMail, codeSms } from '../rules/message-text.ts';
import { deriveCode } from '../rules/one-time-code.ts';
import { stateOf } from '../rules/state-of.ts';
import { findToken } from '../store/find.ts';
import type { Needs } from './needs.ts';

/**
 * The text of a token's message at the moment of sending, or 'dead' where the token no longer takes a code (verified,
 * locked, cancelled, past its absolute end): nothing dead goes out late (R57). The only caller of `reveal()` besides the
 * verifier.
 */
export async function renderMessage({ db, keys }: Needs, request: ContentRequest): Promise<Content | 'dead'> {
  const token = await findToken(db.read, request.ref);
  if (!token || stateOf({ ...token, validUntil: null }, token.now) !== 'OPEN') return 'dead';
  const code = deriveCode(keys.token.key(token.keyId), token.id);
  const facts = {
    code: code.reveal(),
    reference: token.reference,
    purpose: token.purpose,
    endsAt: token.endsAt,
    locale: request.locale,
  };
  return request.channel === 'SMS' ? codeSms(facts, request.originHost) : codeMail(facts);
}
