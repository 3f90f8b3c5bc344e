import type { TokenView } from '#modules/tokens';
import { subjectOf } from '#platform/caller';
import { bindingOf } from '../digest.ts';
import type { Needs } from '../ports.ts';
import type { TaxReturnView } from '../types.ts';

/** The code that is under way for a draft as it stands: whoever opens it in another window finds it there. */
export async function findOpenToken({ db, tokens }: Needs, view: TaxReturnView): Promise<TokenView | null> {
  if (view.state !== 'DRAFT') return null;
  const subject = subjectOf(view.taxpayerId);
  const newest = await tokens.newest(db.read, subject, 'SUBMIT_RETURN', bindingOf(view));
  const seen = newest && (await tokens.view({ subject, flowHash: null }, newest.id));
  return seen && (seen.state === 'OPEN' || seen.windowPassed) ? seen : null;
}
