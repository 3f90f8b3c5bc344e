import type { Channel } from '#modules/delivery';
import type { IssueOutcome, Tokens, TokenView } from '#modules/tokens';
import { type Caller, subjectOf } from '#platform/caller';
import type { Database } from '#platform/database';
import { proposedOf } from '../store.ts';

type Needs = { db: Database; tokens: Tokens };
type Owner = Pick<Caller, 'flowHash' | 'network' | 'locale'> & { taxpayerId: string };
export type AskedAgain =
  | { ok: true; token: TokenView }
  | { ok: false; code: 'NOT_FOUND'; until: null }
  | Extract<IssueOutcome, { ok: false }>;

/** A code to an address of the session's own that still waits: an activation may end without it, and its code with it. */
export const askAgain = (
  { db, tokens }: Needs,
  { taxpayerId, flowHash, network, locale }: Owner,
  channel: Channel,
): Promise<AskedAgain> =>
  db.inTransaction<AskedAgain>(async (tx) => {
    const proposed = await proposedOf(tx, taxpayerId, channel);
    if (!proposed) return { ok: false, code: 'NOT_FOUND', until: null };
    const { binding, ...destination } = proposed;
    const issued = await tokens.issue(tx, {
      ...{ purpose: 'CONFIRM_CHANNEL', subject: subjectOf(taxpayerId), account: taxpayerId, binding },
      ...{ destination, flowHash, network, locale, acceptPrice: null },
    });
    return issued.ok ? { ok: true, token: await tokens.present(tx, issued.token) } : issued;
  });
