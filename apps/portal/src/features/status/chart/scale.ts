export type Hour = { at: string; p50Seconds: number | null; p95Seconds: number | null };

/** A chart that has nothing slow in it shows low bars: it reaches at least so high, in seconds. */
const LEAST = 30;
const STEPS = [30, 60, 120, 300, 600, 1800, 3600, 7200, 14_400, 43_200, 86_400];

/** The round time to which a chart reaches, in seconds. */
export function reachOf(hours: readonly Hour[]): number {
  const longest = Math.max(
    LEAST,
    ...hours.map(({ p50Seconds, p95Seconds }) => p95Seconds ?? p50Seconds ?? 0),
  );
  return STEPS.find((step) => step >= longest) ?? longest;
}

export type Bar = {
  at: string;
  /** Heights from 0 to 1; null where nothing was measured. The slowest is that of 19 in 20, where enough arrived. */
  usual: number | null;
  slowest: number | null;
};

export function barsOf(hours: readonly Hour[], reach: number): Bar[] {
  const height = (seconds: number | null) => (seconds === null ? null : Math.min(1, seconds / reach));
  return hours.map(({ at, p50Seconds, p95Seconds }) => ({
    at,
    usual: height(p50Seconds),
    slowest: height(p95Seconds),
  }));
}

/** The hour in which it took longest, and how long, for who hears the chart. */
export function slowestHour(hours: readonly Hour[]): { at: string; seconds: number } | null {
  let slowest: { at: string; seconds: number } | null = null;
  for (const { at, p50Seconds, p95Seconds } of hours) {
    const seconds = p95Seconds ?? p50Seconds;
    if (seconds !== null && seconds > (slowest?.seconds ?? 0)) slowest = { at, seconds };
  }
  return slowest;
}
