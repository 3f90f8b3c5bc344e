import type { VerifyOutcome } from '#modules/tokens';
import { writeAudit } from '#platform/audit';
import { type Caller, subjectOf } from '#platform/caller';
import type { Tx } from '#platform/database';
import { addJob } from '#platform/jobs';
import { randomText } from '#platform/random';
import { bindingOf, contentDigest } from '../digest.ts';
import type { Needs } from '../ports.ts';
import { isTokenId } from '../rules/id.ts';
import { type Computed, judgeSubmission } from '../rules/judge-submission.ts';
import { RECEIPT_NUMBER_LENGTH } from '../rules/receipt-number.ts';
import { viewReturn } from '../rules/view-return.ts';
import { insertReceipt } from '../store/receipts.ts';
import { lockReturn } from '../store/returns.ts';
import type { FilingRefusal, ReceiptView, StoredReturn, TaxReturnView } from '../types.ts';

export type SubmitRequest = {
  returnId: string;
  version: number;
  statementAccepted: boolean;
  token: { tokenId: string; code: string };
};
export type Submitted =
  | { verdict: 'receipt'; receipt: ReceiptView }
  | { verdict: 'stale'; current: TaxReturnView }
  | { verdict: 'incomplete'; view: TaxReturnView }
  | { verdict: 'refuse'; refusal: FilingRefusal }
  | { verdict: 'code'; outcome: Exclude<VerifyOutcome, { verdict: 'verified' }> };

/** The job that mails a receipt to its owner. */
export const MAIL_RECEIPT = 'mail-receipt';

/**
 * Submits a return once, in one transaction: the row is locked, the return judged, the code looked at last, the
 * receipt written. A wrong code counts and commits, and nothing else changes. Whoever presses twice waits at the
 * lock, finds the return submitted and gets the same receipt, whatever the code.
 */
export async function submitReturn(
  needs: Needs,
  caller: Caller & { taxpayerId: string },
  request: SubmitRequest,
): Promise<Submitted> {
  return needs.db.inTransaction(async (tx) => {
    const stored = await lockReturn(tx, caller.taxpayerId, request.returnId);
    if (!stored) return refuse({ code: 'NOT_FOUND', field: 'returnId' });
    if (stored.receipt) return { verdict: 'receipt', receipt: stored.receipt };
    const view = viewReturn(stored);
    const verdict = judgeSubmission(stored, view, request);
    if (verdict.verdict === 'stale') return { verdict: 'stale', current: view };
    if (verdict.verdict === 'incomplete') return { verdict: 'incomplete', view };
    if (verdict.verdict === 'refuse') return refuse(verdict.refusal);
    if (verdict.verdict === 'submitted-before') throw new Error('a submitted return has no receipt');

    const misplaced = await judgeToken(needs, tx, stored, request.token.tokenId);
    if (misplaced) return refuse(misplaced);
    const outcome = await needs.tokens.verifyInside(tx, caller, request.token);
    if (outcome.verdict !== 'verified') return { verdict: 'code', outcome };
    return { verdict: 'receipt', receipt: await complete(tx, stored, verdict.computed, caller.locale) };
  });
}

const refuse = (refusal: FilingRefusal) => ({ verdict: 'refuse', refusal }) as const;

/** A code for other answers than these says so and burns no attempt; another person's token does not exist. */
async function judgeToken(
  { tokens }: Needs,
  tx: Tx,
  stored: StoredReturn,
  tokenId: string,
): Promise<FilingRefusal | null> {
  const token = isTokenId(tokenId) ? await tokens.find(tx, tokenId) : undefined;
  if (token?.purpose !== 'SUBMIT_RETURN' || token.subject !== subjectOf(stored.taxpayerId))
    return { code: 'NOT_FOUND', field: 'tokenId' };
  return Buffer.compare(token.binding, bindingOf(stored)) === 0 ? null : { code: 'RETURN_CHANGED' };
}

async function complete(
  tx: Tx,
  stored: StoredReturn,
  { figures, outcome, balance }: Computed,
  locale: Caller['locale'],
): Promise<ReceiptView> {
  const number = randomText('0123456789', RECEIPT_NUMBER_LENGTH);
  const digest = contentDigest(stored);
  const receipt = await insertReceipt(tx, stored.id, { number, digest, figures, outcome, balance });
  const { taxpayerId, form, taxYear, amendment } = stored;
  await writeAudit(tx, {
    actor: `taxpayer:${taxpayerId}`,
    action: 'return.submitted',
    subject: subjectOf(taxpayerId),
    detail: {
      return: stored.id,
      receipt: number,
      form,
      taxYear,
      amendment,
      digest: Buffer.from(digest).toString('hex'),
    },
  });
  await addJob(tx, MAIL_RECEIPT, { number, locale }, `${MAIL_RECEIPT}:${number}`);
  return receipt;
}
