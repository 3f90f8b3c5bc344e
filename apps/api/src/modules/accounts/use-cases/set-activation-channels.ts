import type { TokenView } from '#modules/tokens';
import type { Caller } from '#platform/caller';
import { type Tx, Undo } from '#platform/database';
import { type Activation, findActivation } from '../store/activations.ts';
import type { Needs, Refused } from './needs.ts';

type Text = string | null | undefined;
type Input = { activationId: string; email?: Text; phone?: Text; proofOfWork?: Text };

/** Proposes the addresses and sends a code to each. All or nothing: a refused one leaves everything as it was. */
export async function setActivationChannels(
  { db, channels }: Needs,
  caller: Caller,
  input: Input,
): Promise<{ ok: true; activation: Activation; tokens: TokenView[] } | Refused> {
  const wanted = [
    { channel: 'SMS', field: 'phone', address: input.phone?.trim() ?? '' },
    { channel: 'EMAIL', field: 'email', address: input.email?.trim() ?? '' },
  ] as const;
  type Answer = { ok: true; activation: Activation } | Refused;
  const set = async (tx: Tx): Promise<Answer> => {
    const activation = await findActivation(tx, input.activationId, caller.flowHash, 'lock');
    if (!activation) return { ok: false, code: 'NOT_FOUND' };
    if (activation.hasAccount) return { ok: false, code: 'ALREADY_ACTIVATED' };
    if (activation.now >= activation.efinValidUntil) return { ok: false, code: 'EFIN_EXPIRED' };
    if (wanted.every(({ address }) => address === ''))
      return { ok: false, code: 'INVALID_INPUT', field: 'phone' };
    for (const { channel, field, address } of wanted) {
      if (address === '') continue;
      const proposed = await channels.propose(tx, {
        ...{ owner: activation.taxpayerId, channel, address, caller },
        proofOfWork: input.proofOfWork ?? null,
      });
      if (!proposed.ok) throw new Undo<Refused>({ ...proposed, field });
    }
    return { ok: true, activation };
  };
  const look = async (read: Tx, answer: Answer) =>
    answer.ok ? channels.confirmations(read, answer.activation.taxpayerId) : [];
  const { outcome, seen = [] } = await db.inSharedTransaction(set, look);
  return outcome.ok ? { ...outcome, tokens: seen } : outcome;
}
