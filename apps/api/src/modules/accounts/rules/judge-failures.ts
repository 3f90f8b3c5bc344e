/** Attempts under one key in the window that ends at `windowEnd`; the present one is counted already. */
export type Counted = { failures: number; windowEnd: Date };
export type FailureFacts = {
  /** By identifier and source, or by the browser that signed in before. */
  own: Counted;
  /** By identifier alone, where that was counted. */
  account: Counted | null;
  /** The browser signed in before: it hears nothing of what others do. */
  known: boolean;
};
export type FailureLimits = {
  failuresPerSource: number;
  failuresPerBrowser: number;
  failuresPerAccount: number;
};

/**
 * Whether this attempt is heard. It is counted before it is checked, so that guesses at the same moment count each other.
 * Failures count by identifier and source; a browser that signed in before counts by itself; above a ceiling per account,
 * unknown sources get one try per window. So nobody can lock somebody else out on filing day (ASVS 5.0 6.1.1).
 */
export function judgeFailures(
  { own, account, known }: FailureFacts,
  limits: FailureLimits,
): { heard: true } | { heard: false; until: Date } {
  const slowed = account !== null && account.failures > limits.failuresPerAccount;
  const allowed = known ? limits.failuresPerBrowser : slowed ? 1 : limits.failuresPerSource;
  return own.failures <= allowed ? { heard: true } : { heard: false, until: own.windowEnd };
}
