import type { Database } from './database.ts';

/** `app_now()` as it was at a moment of this process, in ms since 1970, and how fast it runs: 1 in production. */
export type AppTime = { now: number; rate: number };

const REFRESH_MS = 1_000;

/**
 * The clock that judges deadlines, for whoever counts by it elsewhere: known without waiting for the database, and read again by
 * whoever asks once a second has passed. Nothing where it was never read.
 */
export function watchClock({ aside }: Pick<Database, 'aside'>) {
  let known: (AppTime & { at: number }) | undefined;
  let readAt = Number.NEGATIVE_INFINITY;

  async function read(): Promise<void> {
    const asked = performance.now();
    const [row] = await aside.$queryRaw<{ now: Date; rate: number }[]>`
      SELECT app_now() AS now, coalesce((SELECT rate FROM app_clock), 1)::float8 AS rate`;
    const answered = performance.now();
    if (row) known = { now: row.now.getTime(), rate: row.rate, at: (asked + answered) / 2 };
  }

  return {
    /** Read once more, by whoever must not count by what was known before. */
    read,
    now(): AppTime | undefined {
      const at = performance.now();
      if (at - readAt > REFRESH_MS) {
        readAt = at;
        void read().catch(() => {}); // the database is away: what was known runs on
      }
      return known && { now: known.now + (at - known.at) * known.rate, rate: known.rate };
    },
  };
}
