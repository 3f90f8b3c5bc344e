import { isReliefStatus, type Slip1721A1 } from '@sampai/tax-forms';
import type { Tx } from '#platform/database';

/** A slip as the authority holds it: its figures, and whose it is. */
export type HeldSlip = Slip1721A1 & { number: string; withholder: string };

/** A person's withholding slips of a year, in the order of their dates. */
export async function slipsOf(tx: Tx, taxpayerId: string, taxYear: number): Promise<HeldSlip[]> {
  const rows = await tx.withholdingSlip.findMany({
    where: { taxpayerId, taxYear },
    orderBy: [{ issuedOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ number, withholderName: withholder, gross, deductions, withheld, status }) => {
    if (!isReliefStatus(status)) throw new Error(`withholding_slip holds the status ${status}`);
    return { number, withholder, gross, deductions, withheld, status };
  });
}
