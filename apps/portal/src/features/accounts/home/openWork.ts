import type { HomeReturnsQuery } from '../../../generated/home.ts';

export type HomeReturn = HomeReturnsQuery['taxReturns']['nodes'][number];

/** An annual return that waits: a draft to go on with, or a year without one. */
export type OpenWork =
  | { kind: 'draft'; key: string; taxYear: number; draft: HomeReturn }
  | { kind: 'none'; key: string; taxYear: number };

/**
 * What is open, newest year first; `offered` are the tax years for which a return can be begun here. A year that was filed is closed, except for a draft that amends it. Periodic
 * returns have no fixed list of years: only their drafts are open work.
 */
export function openWork(returns: readonly HomeReturn[], offered: readonly number[]): OpenWork[] {
  const drafts = returns
    .filter(({ state }) => state === 'DRAFT')
    .map((draft) => ({ kind: 'draft' as const, key: draft.id, taxYear: draft.taxYear, draft }));
  const touched = new Set(returns.filter(({ taxMonth }) => taxMonth === null).map(({ taxYear }) => taxYear));
  const untouched = offered
    .filter((year) => !touched.has(year))
    .map((taxYear) => ({
      kind: 'none' as const,
      key: String(taxYear),
      taxYear,
    }));
  return [...drafts, ...untouched].sort((a, b) => b.taxYear - a.taxYear);
}

/** What was sent, the latest first. */
export function filed(returns: readonly HomeReturn[]): HomeReturn[] {
  const sentAt = ({ receipt }: HomeReturn) => receipt?.submittedAt ?? '';
  return returns
    .filter(({ state }) => state === 'SUBMITTED')
    .sort((a, b) => sentAt(b).localeCompare(sentAt(a)));
}
