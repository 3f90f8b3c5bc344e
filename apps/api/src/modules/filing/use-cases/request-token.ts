import type { Channel } from '#modules/delivery';
import { type IssueOutcome, type TokenView, whyNotLive } from '#modules/tokens';
import { type Caller, subjectOf } from '#platform/caller';
import type { Tx } from '#platform/database';
import { bindingOf } from '../digest.ts';
import type { Needs } from '../ports.ts';
import { chooseChannel } from '../rules/choose-channel.ts';
import { isComplete } from '../rules/judge-submission.ts';
import { viewReturn } from '../rules/view-return.ts';
import { lockReturn } from '../store/returns.ts';
import type { FilingRefusal, TaxReturnView } from '../types.ts';
import { type Way, waysTo } from './offer-channels.ts';

export type TokenRequest = { returnId: string; channel: Channel | null; acceptPrice: bigint | null };
export type TokenRequested =
  | { ok: true; token: TokenView }
  | { ok: false; refusal: FilingRefusal }
  | Extract<IssueOutcome, { ok: false }>;

type Owner = Pick<Caller, 'flowHash' | 'network' | 'locale'> & { taxpayerId: string };

/** A code for submitting exactly these answers: the same content asks for the same code, however often. */
export async function requestToken(
  needs: Needs,
  owner: Owner,
  request: TokenRequest,
): Promise<TokenRequested> {
  return needs.db.inTransaction(async (tx) => {
    const stored = await lockReturn(tx, owner.taxpayerId, request.returnId);
    if (!stored) return { ok: false, refusal: { code: 'NOT_FOUND', field: 'returnId' } };
    if (stored.state === 'SUBMITTED') return { ok: false, refusal: { code: 'ALREADY_SUBMITTED' } };
    const view = viewReturn(stored);
    if (!isComplete(view)) return { ok: false, refusal: { code: 'RETURN_INCOMPLETE', ...firstField(view) } };
    const ways = await waysTo(needs, tx, owner.taxpayerId);
    const way = chooseChannel(ways, request.channel);
    if (!way) return { ok: false, refusal: noWay(request.channel, ways) };
    return issueFor(needs, tx, owner, { view, way, acceptPrice: request.acceptPrice });
  });
}

type Chosen = { view: TaxReturnView; way: Way; acceptPrice: bigint | null };

async function issueFor(
  { tokens }: Needs,
  tx: Tx,
  owner: Owner,
  { view, way, acceptPrice }: Chosen,
): Promise<TokenRequested> {
  const { flowHash, network, locale } = owner;
  const subject = subjectOf(owner.taxpayerId);
  const outcome = await tokens.issue(tx, {
    ...{ purpose: 'SUBMIT_RETURN', subject, account: owner.taxpayerId, binding: bindingOf(view) },
    ...{ destination: way.destination, flowHash, network, locale, acceptPrice },
  });
  return outcome.ok ? { ok: true, token: await tokens.present(tx, outcome.token) } : outcome;
}

function firstField({ findings }: TaxReturnView): { field?: string } {
  const field = findings.find(({ severity }) => severity === 'ERROR')?.field;
  return field === undefined ? {} : { field };
}

/** No address there, or nowhere one whose carrier is live: then why the first is not. */
function noWay(wish: Channel | null, [first]: Way[]): FilingRefusal {
  if (wish !== null) return { code: 'CHANNEL_UNUSABLE', field: 'channel' };
  return { code: 'CHANNEL_UNUSABLE', ...(first && { why: whyNotLive(first) }) };
}
