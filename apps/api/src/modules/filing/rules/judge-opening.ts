import { formFor, isFormCode, offeredTaxYears } from '@sampai/tax-forms';
import type { FilingRefusal, StoredReturn } from '../types.ts';

export type OpeningRequest = { form: string; taxYear: number; taxMonth: number | null };

/** Whether a return on this form can be opened for this time, by such a taxpayer, at all; null: it can. */
export function judgeOpening(
  { form, taxYear, taxMonth }: OpeningRequest,
  kind: 'individual' | 'company',
): FilingRefusal | null {
  if (!isFormCode(form)) return { code: 'INVALID_INPUT', field: 'form' };
  const standing = offeredTaxYears(form).includes(taxYear) ? formFor(form, taxYear) : undefined;
  if (!standing) return { code: 'INVALID_INPUT', field: 'taxYear' };
  if (standing.filedBy !== kind) return { code: 'INVALID_INPUT', field: 'form' };
  if (taxMonth !== null) return { code: 'INVALID_INPUT', field: 'taxMonth' };
  return null;
}

type Revision = Pick<StoredReturn, 'id' | 'form' | 'taxYear' | 'state' | 'amendment'>;

export type OpeningVerdict<R> =
  | { verdict: 'reopen'; draft: R }
  | { verdict: 'original' }
  | { verdict: 'amendment'; number: number; from: R }
  | { verdict: 'refuse'; refusal: FilingRefusal };

/**
 * What opening does: the draft that exists is opened again; a first return is an original; a return that was
 * submitted is only corrected where the person says so, and amendments number themselves.
 * @param revisions of this person, form and time
 * @param amended the return to be corrected, if one was named and is this person's
 */
export function judgeRevision<R extends Revision>(
  request: OpeningRequest & { amends: boolean },
  revisions: readonly R[],
  amended: R | null,
): OpeningVerdict<R> {
  const refuse = (refusal: FilingRefusal) => ({ verdict: 'refuse', refusal }) as const;
  if (request.amends && !amended) return refuse({ code: 'NOT_FOUND', field: 'amends' });
  if (amended && (amended.form !== request.form || amended.taxYear !== request.taxYear))
    return refuse({ code: 'INVALID_INPUT', field: 'amends' });
  if (amended?.state === 'DRAFT') return refuse({ code: 'INVALID_INPUT', field: 'amends' });
  const draft = revisions.find(({ state }) => state === 'DRAFT');
  if (draft) return { verdict: 'reopen', draft };
  if (!amended)
    return revisions.length === 0 ? { verdict: 'original' } : refuse({ code: 'ALREADY_SUBMITTED' });
  const number = 1 + Math.max(...revisions.map(({ amendment }) => amendment), amended.amendment);
  return { verdict: 'amendment', number, from: amended };
}
