import { isReliefStatus, type Slip1721A1 } from '@sampai/tax-forms';
import type { Tx } from '#platform/database';

/** A person's withholding slips of a year, in the order of their dates. */
export async function slipsOf(tx: Tx, taxpayerId: string, taxYear: number): Promise<Slip1721A1[]> {
  const rows = await tx.withholdingSlip.findMany({
    where: { taxpayerId, taxYear },
    orderBy: [{ issuedOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ gross, deductions, withheld, status }) => {
    if (!isReliefStatus(status)) throw new Error(`withholding_slip holds the status ${status}`);
    return { gross, deductions, withheld, status };
  });
}
