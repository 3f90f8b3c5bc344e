import type { Facts, FormCode } from '@sampai/tax-forms';
import type { Tx } from '#platform/database';
import { isId } from '../rules/id.ts';
import type { StoredReturn } from '../types.ts';
import { returnOf } from './rows.ts';

const WITH_RECEIPT = { include: { receipt: true } } as const;

/** Which return it is, whatever the revision. */
export type ReturnKey = { taxpayerId: string; form: string; taxYear: number; taxMonth: number | null };

/** Whoever opens the same return at the same time waits here, so that both open one draft. */
export async function lockOpening(tx: Tx, { taxpayerId, form, taxYear }: ReturnKey): Promise<void> {
  const key = `open-return:${taxpayerId}:${form}:${taxYear}`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}

/** Every revision of a return, the original first. */
export async function revisionsOf(tx: Tx, key: ReturnKey): Promise<StoredReturn[]> {
  const rows = await tx.taxReturn.findMany({ where: key, orderBy: { amendment: 'asc' }, ...WITH_RECEIPT });
  return rows.map(returnOf);
}

/** A person's return; null where the id is nobody's or another person's. */
export async function findReturn(tx: Tx, taxpayerId: string, id: string): Promise<StoredReturn | null> {
  if (!isId(id)) return null;
  const row = await tx.taxReturn.findFirst({ where: { id, taxpayerId }, ...WITH_RECEIPT });
  return row && returnOf(row);
}

/** As `findReturn`, and nobody else changes it until the transaction ends. */
export async function lockReturn(tx: Tx, taxpayerId: string, id: string): Promise<StoredReturn | null> {
  if (!isId(id)) return null;
  await tx.$executeRaw`SELECT 1 FROM tax_return WHERE id = ${id}::uuid AND taxpayer_id = ${taxpayerId}::uuid FOR UPDATE`;
  return findReturn(tx, taxpayerId, id);
}

export type NewDraft = ReturnKey & { form: FormCode; amendment: number; facts: Facts; prefilled: string[] };

/** Writes a new draft, version 1. */
export async function insertDraft(tx: Tx, draft: NewDraft): Promise<StoredReturn> {
  return returnOf(
    await tx.taxReturn.create({ data: { ...draft, facts: { ...draft.facts } }, ...WITH_RECEIPT }),
  );
}

/** Keeps new answers under the next version. The caller holds the lock and has judged the old version. */
export async function saveDraft(
  tx: Tx,
  id: string,
  { facts, prefilled }: { facts: Facts; prefilled: string[] },
): Promise<StoredReturn> {
  const [saved] = await tx.$queryRaw<{ id: string; taxpayerId: string }[]>`
    UPDATE tax_return SET facts = ${JSON.stringify(facts)}::jsonb, prefilled = ${prefilled}::text[], version = version + 1, saved_at = app_now()
    WHERE id = ${id}::uuid RETURNING id::text, taxpayer_id::text AS "taxpayerId"`;
  const stored = saved && (await findReturn(tx, saved.taxpayerId, saved.id));
  if (!stored) throw new Error('a locked draft was not there to be saved');
  return stored;
}

export type Page = { nodes: StoredReturn[]; hasNextPage: boolean };

/** A person's returns, the one opened last first. */
export async function listReturns(
  tx: Tx,
  taxpayerId: string,
  { taxYear, first, after }: { taxYear: number | null; first: number; after: string | null },
): Promise<Page> {
  const rows = await tx.taxReturn.findMany({
    where: { taxpayerId, ...(taxYear !== null && { taxYear }), ...(after !== null && { id: { lt: after } }) },
    orderBy: { id: 'desc' },
    take: first + 1,
    ...WITH_RECEIPT,
  });
  return { nodes: rows.slice(0, first).map(returnOf), hasNextPage: rows.length > first };
}
