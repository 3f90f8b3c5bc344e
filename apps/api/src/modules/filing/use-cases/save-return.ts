import type { Facts } from '@sampai/tax-forms';
import { subjectOf } from '#platform/caller';
import { bindingOf } from '../digest.ts';
import type { Needs } from '../ports.ts';
import { judgeSaving } from '../rules/judge-saving.ts';
import { formOf, viewReturn } from '../rules/view-return.ts';
import { lockReturn, saveDraft } from '../store/returns.ts';
import type { FilingRefusal, TaxReturnView } from '../types.ts';

export type SaveRequest = { returnId: string; version: number; facts: Facts };
export type Saved =
  | { ok: true; saved: TaxReturnView }
  | { ok: false; stale: TaxReturnView }
  | { ok: false; refusal: FilingRefusal };

/** Keeps the answers under the next version, and cancels a code that was asked for others. */
export async function saveReturn(
  { db, tokens }: Needs,
  taxpayerId: string,
  request: SaveRequest,
): Promise<Saved> {
  return db.inTransaction(async (tx) => {
    const stored = await lockReturn(tx, taxpayerId, request.returnId);
    if (!stored) return { ok: false, refusal: { code: 'NOT_FOUND', field: 'returnId' } };
    const verdict = judgeSaving(stored, formOf(stored), request);
    if (verdict.verdict === 'refuse') return { ok: false, refusal: verdict.refusal };
    if (verdict.verdict === 'stale') return { ok: false, stale: viewReturn(stored) };
    const saved = await saveDraft(tx, stored.id, verdict);
    const [before, after] = [bindingOf(stored), bindingOf(saved)];
    if (Buffer.compare(before, after) !== 0)
      await tokens.cancelOne(tx, subjectOf(taxpayerId), 'SUBMIT_RETURN', before, 'return changed');
    return { ok: true, saved: viewReturn(saved) };
  });
}
