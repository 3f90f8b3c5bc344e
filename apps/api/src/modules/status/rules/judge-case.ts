export type CaseStep = 'OPENED' | 'CONTACT' | 'ANSWER' | 'RESOLVED';

/** Whether a step follows what a provider's case holds so far: opened first, and nothing after it was resolved (R52). */
export function judgeCase(last: CaseStep | undefined, next: CaseStep): 'take' | 'NOT_OPEN' | 'OPEN_ALREADY' {
  const isOpen = last !== undefined && last !== 'RESOLVED';
  if (next === 'OPENED') return isOpen ? 'OPEN_ALREADY' : 'take';
  return isOpen ? 'take' : 'NOT_OPEN';
}
