import { canonicalFacts, type Facts, type Form, isUnreadable } from '@sampai/tax-forms';
import type { FilingRefusal, StoredReturn } from '../types.ts';

export type SavingVerdict =
  | { verdict: 'save'; facts: Facts; prefilled: string[] }
  | { verdict: 'stale' }
  | { verdict: 'refuse'; refusal: FilingRefusal };

/**
 * Whether answers may be kept: those of a draft, on the version that the browser saw, and readable. What is
 * missing or contradictory is kept and found; what is no answer at all is refused and changes nothing.
 */
export function judgeSaving(
  stored: Pick<StoredReturn, 'state' | 'version' | 'facts' | 'prefilled'>,
  form: Form,
  request: { version: number; facts: Facts },
): SavingVerdict {
  if (stored.state === 'SUBMITTED') return { verdict: 'refuse', refusal: { code: 'ALREADY_SUBMITTED' } };
  const unreadable = form.compute(request.facts).findings.find(isUnreadable);
  if (unreadable) return { verdict: 'refuse', refusal: { unreadable } };
  if (stored.version !== request.version) return { verdict: 'stale' };
  const facts = canonicalFacts(form.fields, request.facts);
  const prefilled = stored.prefilled.filter((code) => facts[code] === stored.facts[code]);
  return { verdict: 'save', facts, prefilled };
}
