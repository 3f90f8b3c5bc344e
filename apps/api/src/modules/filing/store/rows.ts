import { type Facts, isFormCode, type Outcome } from '@sampai/tax-forms';
import type { Prisma } from '#generated/prisma/client';
import type { ReceiptView, StoredReturn } from '../types.ts';

type ReceiptRow = Prisma.ReceiptModel;
type ReturnRow = Prisma.TaxReturnModel & { receipt: ReceiptRow | null };

/** A row of tax_return as the module knows it. Throws where a row holds what its checks should have kept out. */
export function returnOf(row: ReturnRow): StoredReturn {
  const { form, state } = row;
  if (!isFormCode(form)) throw new Error(`tax_return holds the form ${form}`);
  if (state !== 'DRAFT' && state !== 'SUBMITTED') throw new Error(`tax_return holds the state ${state}`);
  const { id, taxpayerId, taxYear, taxMonth, amendment, version, prefilled, savedAt } = row;
  return {
    ...{ id, taxpayerId, form, taxYear, taxMonth, amendment, version, state, prefilled, savedAt },
    facts: factsOf(row.facts),
    receipt: row.receipt && receiptOf(row.receipt),
  };
}

/** A row of receipt as the module knows it. */
export function receiptOf(row: ReceiptRow): ReceiptView {
  const { number, submittedAt, digest, balance } = row;
  return {
    number,
    submittedAt,
    digest,
    balance,
    figures: factsOf(row.figures),
    outcome: outcomeOf(row.outcome),
  };
}

function factsOf(json: Prisma.JsonValue): Facts {
  if (json === null || typeof json !== 'object' || Array.isArray(json))
    throw new Error('facts are no object');
  return Object.fromEntries(Object.entries(json).map(([code, answer]) => [code, String(answer)]));
}

function outcomeOf(text: string): Outcome {
  if (text === 'NIL' || text === 'UNDERPAID' || text === 'OVERPAID') return text;
  throw new Error(`receipt holds the outcome ${text}`);
}
