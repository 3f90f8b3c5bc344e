import { formatNpwp15 } from '@sampai/identifiers';
import type { Content, ContentRequest } from '#modules/delivery';
import type { Tx } from '#platform/database';
import type { ReceiptFacts } from '../documents/receipt-facts.ts';
import { receiptMail } from '../documents/receipt-mail.ts';
import { receiptPdf } from '../documents/receipt-pdf.ts';
import type { Needs } from '../ports.ts';
import { readReceiptNumber } from '../rules/receipt-number.ts';
import { findReceipt } from '../store/receipts.ts';

const CONTENT_PREFIX = 'receipt:';

/** The reference under which delivery asks for a receipt's text. */
export const contentRefOf = (number: string): string => CONTENT_PREFIX + number;

/** A receipt as a PDF, for its owner; null for everybody else and for numbers that are nobody's. */
export async function drawReceipt(
  needs: Needs,
  taxpayerId: string,
  entered: string,
): Promise<Uint8Array | null> {
  const number = readReceiptNumber(entered);
  const facts = number === null ? null : await factsOf(needs, needs.db.read, number);
  return facts?.taxpayerId === taxpayerId ? receiptPdf(facts, needs.publicOrigin) : null;
}

/** What a receipt's message says, at the moment of sending; null where the reference is not a receipt's. */
export async function receiptContent(
  needs: Needs,
  { ref, locale }: ContentRequest,
): Promise<Content | 'dead' | null> {
  if (!ref.startsWith(CONTENT_PREFIX)) return null;
  const facts = await factsOf(needs, needs.db.read, ref.slice(CONTENT_PREFIX.length));
  if (!facts) return 'dead';
  return receiptMail(facts, await receiptPdf(facts, needs.publicOrigin), locale, needs.publicOrigin);
}

async function factsOf(
  { ports }: Needs,
  tx: Tx,
  number: string,
): Promise<(ReceiptFacts & { taxpayerId: string }) | null> {
  const found = await findReceipt(tx, number);
  if (!found) return null;
  const { submittedAt, digest, outcome, balance } = found.receipt;
  const { taxpayerId, form, taxYear, amendment } = found.taxReturn;
  const { name, identifier } = await ports.taxpayerOf(tx, taxpayerId);
  return {
    ...{ number, submittedAt, outcome, balance, taxpayerId, form, taxYear, amendment },
    digest: Buffer.from(digest).toString('hex'),
    taxpayerName: name,
    identifier: asOnTheCard(identifier),
  };
}

/** A number that began as one of 15 digits is printed as on its card; a NIK as it is. */
function asOnTheCard(identifier: string): string {
  return identifier.startsWith('0') ? formatNpwp15(identifier.slice(1)) : identifier;
}
