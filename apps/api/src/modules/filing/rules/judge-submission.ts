import { type Computation, isError, type Outcome } from '@sampai/tax-forms';
import type { FilingRefusal, StoredReturn } from '../types.ts';

/** A computation in which nothing is missing. */
export type Computed = Computation & { outcome: Outcome; balance: bigint };

export type SubmissionVerdict =
  | { verdict: 'submit'; computed: Computed }
  | { verdict: 'submitted-before' }
  | { verdict: 'stale' }
  | { verdict: 'incomplete' }
  | { verdict: 'refuse'; refusal: FilingRefusal };

/** Whether nothing stands in the way of submitting what was computed. */
export function isComplete(computation: Computation): computation is Computed {
  return computation.outcome !== null && computation.balance !== null && !computation.findings.some(isError);
}

/**
 * Whether a return may be submitted, the code apart: that is looked at last, so that no attempt is spent on a
 * return that could not go anyway. A revision that was submitted answers with its receipt, whatever else is asked.
 */
export function judgeSubmission(
  stored: Pick<StoredReturn, 'state' | 'version'>,
  computation: Computation,
  request: { version: number; statementAccepted: boolean },
): SubmissionVerdict {
  if (stored.state === 'SUBMITTED') return { verdict: 'submitted-before' };
  if (stored.version !== request.version) return { verdict: 'stale' };
  if (!isComplete(computation)) return { verdict: 'incomplete' };
  if (!request.statementAccepted)
    return { verdict: 'refuse', refusal: { code: 'INVALID_INPUT', field: 'statementAccepted' } };
  return { verdict: 'submit', computed: computation };
}
