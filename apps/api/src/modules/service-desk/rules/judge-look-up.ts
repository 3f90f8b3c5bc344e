const HOUR_MS = 3_600_000;

export type LookFacts = { looksLastHour: number; oldestInHour: Date | null; now: Date };

/**
 * Whether an agent may look up one more taxpayer. Far above what anybody on the phone needs; it is there for a session
 * in wrong hands, or hands that collect (R105).
 */
export function judgeLookUp(
  { looksLastHour, oldestInHour, now }: LookFacts,
  { looksPerHour }: { looksPerHour: number },
): { allowed: true } | { allowed: false; until: Date } {
  if (looksLastHour < looksPerHour) return { allowed: true };
  return { allowed: false, until: new Date((oldestInHour ?? now).getTime() + HOUR_MS) };
}
