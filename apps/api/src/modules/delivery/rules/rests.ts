const FAILURES_IN_A_ROW = 3;
/** Until it is read here what was written down for everybody. */
const TOLD_MS = 5_000;

/** In place of a lane: a route as a whole, whatever it carries. */
export const WHOLE = '*';

/**
 * What this process has seen of a route, in a lane or as a whole, before it is everybody's: three messages in a row that failed
 * for a reason beyond themselves, and until it is read back that the route rests. By the machine's clock. A crash loses up to
 * three failures, and no route that rests.
 */
export function makeRests(clock: () => number) {
  const failed = new Map<string, Set<string>>();
  const told = new Map<string, number>();
  const keyOf = (route: string, lane: string) => `${route} ${lane}`;
  return {
    has: (route: string, lane: string): boolean =>
      [lane, WHOLE].some((place) => (told.get(keyOf(route, place)) ?? 0) > clock()),
    rest: (route: string, lane: string): void => void told.set(keyOf(route, lane), clock() + TOLD_MS),
    /** A message over it was taken. */
    worked: (route: string, lane: string): void => {
      for (const place of [lane, WHOLE]) failed.delete(keyOf(route, place));
    },
    /** A message over it failed, which says something of it in this lane, or as a whole; whether that makes three in a row, or more. */
    failed(route: string, lane: string, message: string): boolean {
      const key = keyOf(route, lane);
      const inARow = failed.get(key) ?? new Set();
      failed.set(key, inARow);
      if (inARow.size < FAILURES_IN_A_ROW) inARow.add(message);
      return inARow.size >= FAILURES_IN_A_ROW;
    },
  };
}
