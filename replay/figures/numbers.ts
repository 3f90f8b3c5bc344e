/** The q-quantile (0 to 1) by the nearest rank, to a hundredth; null where there are none, or where it is infinite. */
export function quantile(values: number[], q: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
  return value === undefined || !Number.isFinite(value) ? null : Math.round(value * 100) / 100;
}

/** Which part of them fits, to a hundredth of a per cent, rounded down: 1 is everybody. Null where there is nobody. */
export const share = <T>(all: T[], fits: (one: T) => boolean): number | null =>
  all.length === 0 ? null : Math.floor((all.filter(fits).length / all.length) * 10_000) / 10_000;

export const median = (values: number[]): number | null => quantile(values, 0.5);
