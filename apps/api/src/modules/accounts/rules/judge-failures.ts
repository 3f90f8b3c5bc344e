export type FailureFacts = { source: Counted; account: Counted; browser: Counted | null };
export type Counted = { failures: number; windowEnd: Date | null };
export type FailureLimits = {
  failuresPerSource: number;
  failuresPerBrowser: number;
  failuresPerAccount: number;
};

/**
 * Whether another attempt is heard now. Failures count by identifier and source; a browser that signed in before counts by
 * itself and hears nothing of what others do; above a ceiling per account, unknown sources get one try per window. So
 * nobody can lock somebody else out on filing day (ASVS 5.0 6.1.1).
 */
export function judgeFailures(
  facts: FailureFacts,
  limits: FailureLimits,
  now: Date,
): { heard: true } | { heard: false; until: Date } {
  const current = (counted: Counted) => (counted.windowEnd && counted.windowEnd > now ? counted.failures : 0);
  if (facts.browser)
    return current(facts.browser) < limits.failuresPerBrowser ? { heard: true } : wait(facts.browser, now);
  const allowed = current(facts.account) >= limits.failuresPerAccount ? 1 : limits.failuresPerSource;
  return current(facts.source) < allowed ? { heard: true } : wait(facts.source, now);
}

const wait = ({ windowEnd }: Counted, now: Date): { heard: false; until: Date } => ({
  heard: false,
  until: windowEnd ?? now,
});
