import { formFor, prefillFrom } from '@sampai/tax-forms';
import type { Tx } from '#platform/database';
import type { Needs } from '../ports.ts';
import { judgeOpening, judgeRevision } from '../rules/judge-opening.ts';
import { viewReturn } from '../rules/view-return.ts';
import { findReturn, insertDraft, lockOpening, type ReturnKey, revisionsOf } from '../store/returns.ts';
import { slipsOf } from '../store/slips.ts';
import type { FilingRefusal, StoredReturn, TaxReturnView } from '../types.ts';

export type OpenRequest = { form: string; taxYear: number; taxMonth: number | null; amends: string | null };
export type Opened = { ok: true; opened: TaxReturnView } | { ok: false; refusal: FilingRefusal };

/** Opens the draft that exists, or a new one: prefilled from withholding slips, or from what it amends. */
export async function openReturn(
  { db, ports }: Needs,
  taxpayerId: string,
  request: OpenRequest,
): Promise<Opened> {
  const { kind } = await ports.taxpayerOf(db.read, taxpayerId);
  const refusal = judgeOpening(request, kind);
  if (refusal) return { ok: false, refusal };
  const { form, taxYear, taxMonth, amends } = request;
  const key = { taxpayerId, form, taxYear, taxMonth };
  return db.inTransaction(async (tx) => {
    await lockOpening(tx, key);
    const amended = amends === null ? null : await findReturn(tx, taxpayerId, amends);
    const verdict = judgeRevision(
      { ...request, amends: amends !== null },
      await revisionsOf(tx, key),
      amended,
    );
    if (verdict.verdict === 'refuse') return { ok: false, refusal: verdict.refusal };
    if (verdict.verdict === 'reopen') return { ok: true, opened: viewReturn(verdict.draft) };
    const draft =
      verdict.verdict === 'original' ? await original(tx, key) : await amendment(tx, key, verdict);
    return { ok: true, opened: viewReturn(draft) };
  });
}

async function original(tx: Tx, key: ReturnKey): Promise<StoredReturn> {
  const form = formFor(key.form, key.taxYear);
  if (!form) throw new Error('a form that was judged to stand does not');
  const facts = prefillFrom(await slipsOf(tx, key.taxpayerId, key.taxYear), form.code);
  return insertDraft(tx, { ...key, form: form.code, amendment: 0, facts, prefilled: Object.keys(facts) });
}

function amendment(tx: Tx, key: ReturnKey, { number, from }: { number: number; from: StoredReturn }) {
  const { form, facts, prefilled } = from;
  return insertDraft(tx, { ...key, form, amendment: number, facts, prefilled });
}
