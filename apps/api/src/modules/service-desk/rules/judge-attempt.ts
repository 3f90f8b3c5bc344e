export type Counted = { attempts: number; windowEnd: Date };
export type AttemptCounts = { loginAndSource: Counted; login: Counted; source: Counted };
export type AttemptLimits = {
  attemptsPerLoginAndSource: number;
  attemptsPerLogin: number;
  attemptsPerSource: number;
};

/**
 * Whether an agent's attempt to sign in is heard. The counts include the attempt itself, so that guesses at the same
 * moment are counted before any is checked. Above the login's own ceiling each source has one attempt left per window: a
 * stranger slows the others down and locks nobody out. The ceiling per source is for one password tried on many logins.
 */
export function judgeAttempt(
  { loginAndSource, login, source }: AttemptCounts,
  limits: AttemptLimits,
): { heard: true } | { heard: false; until: Date } {
  const allowed = login.attempts > limits.attemptsPerLogin ? 1 : limits.attemptsPerLoginAndSource;
  if (loginAndSource.attempts > allowed) return { heard: false, until: loginAndSource.windowEnd };
  if (source.attempts > limits.attemptsPerSource) return { heard: false, until: source.windowEnd };
  return { heard: true };
}
