const FAILURES_IN_A_ROW = 3;
const REST_MS = 15_000;

/**
 * A circuit breaker for routes: three failures in a row, which say nothing of the message, and a route rests for 15 s; then
 * one message tries it again. By the machine's clock, and each worker for itself: it is about this process's own lines.
 */
export function makeRests(clock: () => number) {
  const failures = new Map<string, { inARow: number; until: number }>();
  const refused = new Map<string, number>();
  return {
    has: (route: string, lane: string): boolean =>
      (failures.get(route)?.until ?? 0) > clock() || (refused.get(`${route} ${lane}`) ?? 0) > clock(),
    /** The lane's provider refuses what comes by this route, and not by others. */
    restFor: (route: string, lane: string, seconds: number): void =>
      void refused.set(`${route} ${lane}`, clock() + seconds * 1000),
    hear(route: string, worked: boolean): 'rests' | 'works' | null {
      const before = failures.get(route);
      if (worked) {
        failures.delete(route);
        return before && before.until > 0 ? 'works' : null;
      }
      const inARow = (before?.inARow ?? 0) + 1;
      const until = inARow >= FAILURES_IN_A_ROW ? clock() + REST_MS : 0;
      failures.set(route, { inARow, until });
      return until > 0 && !before?.until ? 'rests' : null;
    },
  };
}
