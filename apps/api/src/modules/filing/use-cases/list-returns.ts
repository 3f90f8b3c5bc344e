import type { Needs } from '../ports.ts';
import { isId } from '../rules/id.ts';
import { viewReturn } from '../rules/view-return.ts';
import { listReturns as listStored } from '../store/returns.ts';
import type { TaxReturnView } from '../types.ts';

/** A page is never longer than this, whatever is asked. */
const LONGEST_PAGE = 100;
/** No return is for a year outside these; PostgreSQL's smallint, which holds it, ends at 32767. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 9999;
const NOTHING: ReturnPage = { nodes: [], endCursor: null, hasNextPage: false };

export type PageRequest = { taxYear: number | null; first: number; after: string | null };
export type ReturnPage = { nodes: TaxReturnView[]; endCursor: string | null; hasNextPage: boolean };

/** A page of a person's returns, the one opened last first. A year or a cursor that cannot be leads to nothing. */
export async function listReturns(
  { db }: Needs,
  taxpayerId: string,
  request: PageRequest,
): Promise<ReturnPage> {
  const { taxYear, after } = request;
  if (taxYear !== null && (taxYear < FIRST_YEAR || taxYear > LAST_YEAR)) return NOTHING;
  if (after !== null && !isId(after)) return NOTHING;
  const first = Math.min(Math.max(request.first, 1), LONGEST_PAGE);
  const { nodes, hasNextPage } = await listStored(db.read, taxpayerId, { ...request, first });
  return { nodes: nodes.map(viewReturn), endCursor: nodes.at(-1)?.id ?? null, hasNextPage };
}
