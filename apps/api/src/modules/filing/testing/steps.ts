import type { Facts } from '@sampai/tax-forms';
import type { SignedIn } from '../index.ts';
import type { Bench } from './bench.ts';

/** Answers with 55,000 rupiah of tax to pay for 2022. */
export const COMPLETE: Facts = { A1: '58000000', A2: '2900000', ptkp: 'TK/0' };

/** An employer's slip for a person. */
export async function slipFor(
  { database }: Bench,
  { taxpayerId }: SignedIn,
  slip: { taxYear: number; gross: bigint; deductions: bigint; withheld: bigint },
): Promise<void> {
  const { taxYear, gross, deductions, withheld } = slip;
  await database.query(
    `INSERT INTO withholding_slip (taxpayer_id, tax_year, number, withholder_npwp, withholder_name, issued_on, gross,
       deductions, withheld, status) VALUES ($1, $2, $3, '0013121660091000', 'PT Contoh', '2023-01-31', $4, $5, $6, 'TK/0')`,
    [taxpayerId, taxYear, crypto.randomUUID(), gross, deductions, withheld],
  );
}

/** A draft with these answers. */
export async function draftOf(
  { filing }: Bench,
  { taxpayerId }: SignedIn,
  facts: Facts = COMPLETE,
  taxYear = 2022,
) {
  const opened = await filing.openReturn(taxpayerId, {
    form: '1770SS',
    taxYear,
    taxMonth: null,
    amends: null,
  });
  if (!opened.ok) throw new Error('the return was not opened');
  const { id, version } = opened.opened;
  const saved = await filing.saveReturn(taxpayerId, { returnId: id, version, facts });
  if (!saved.ok) throw new Error('the answers were not saved');
  return saved.saved;
}

/** A code for what a return says now. */
export async function tokenFor({ filing }: Bench, person: SignedIn, returnId: string) {
  const asked = await filing.requestToken(person, { returnId, channel: null, acceptPrice: null });
  if (!asked.ok) throw new Error(`no token: ${JSON.stringify(asked)}`);
  return asked.token;
}

/** A complete return that was submitted. */
export async function submitAs(bench: Bench, person: SignedIn, facts: Facts = COMPLETE) {
  const { id, version } = await draftOf(bench, person, facts);
  const { id: tokenId } = await tokenFor(bench, person, id);
  const token = { tokenId, code: await bench.codeOf(tokenId) };
  const outcome = await bench.filing.submitReturn(person, {
    returnId: id,
    version,
    statementAccepted: true,
    token,
  });
  if (outcome.verdict !== 'receipt') throw new Error(`not submitted: ${outcome.verdict}`);
  const submitted = await bench.filing.taxReturn(person.taxpayerId, id);
  if (!submitted?.receipt) throw new Error('a submitted return has no receipt');
  return { ...submitted, receipt: submitted.receipt, token };
}
