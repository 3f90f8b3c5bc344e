/** p50, p95 and p99 by the nearest rank, in whole milliseconds; nothing of nothing. */
export function quantiles(ms: number[]): Record<string, number> {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (q: number) => Math.round(sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? 0);
  return sorted.length === 0 ? {} : { p50_ms: at(0.5), p95_ms: at(0.95), p99_ms: at(0.99) };
}
