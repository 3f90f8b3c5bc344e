/** The q-quantile (0 to 1) of the values by the nearest rank, to a tenth; null where there are none. */
export function quantile(values: number[], q: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
  return value === undefined ? null : Math.round(value * 10) / 10;
}

/** One JSON line per figure, the name first. */
export const printFigure = (figure: string, values: Record<string, unknown>): void =>
  console.log(JSON.stringify({ figure, ...values }));
