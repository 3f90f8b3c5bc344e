import type { Needs } from '../ports.ts';
import { isId } from '../rules/id.ts';
import { viewReturn } from '../rules/view-return.ts';
import { listReturns as listStored } from '../store/returns.ts';
import type { TaxReturnView } from '../types.ts';

/** A page is never longer than this, whatever is asked. */
const LONGEST_PAGE = 100;

export type PageRequest = { taxYear: number | null; first: number; after: string | null };
export type ReturnPage = { nodes: TaxReturnView[]; endCursor: string | null; hasNextPage: boolean };

/** A page of a person's returns, the one opened last first. A cursor that none of ours is leads to nothing. */
export async function listReturns(
  { db }: Needs,
  taxpayerId: string,
  request: PageRequest,
): Promise<ReturnPage> {
  if (request.after !== null && !isId(request.after))
    return { nodes: [], endCursor: null, hasNextPage: false };
  const first = Math.min(Math.max(request.first, 1), LONGEST_PAGE);
  const { nodes, hasNextPage } = await listStored(db.read, taxpayerId, { ...request, first });
  return { nodes: nodes.map(viewReturn), endCursor: nodes.at(-1)?.id ?? null, hasNextPage };
}
