/**
 * Where a message's progress puts the end of the window: `windowSeconds` after the receipt; while none has come, after the
 * acceptance plus the lane's p95 (the latest it usually takes). Null: this purpose has no window and ends at its end.
 */
export function windowEnd(facts: {
  windowSeconds: number | null;
  kind: 'accepted' | 'delivered';
  at: Date;
  p95Seconds: number;
}): Date | null {
  if (facts.windowSeconds === null) return null;
  const grace = facts.kind === 'accepted' ? facts.p95Seconds : 0;
  return new Date(facts.at.getTime() + (facts.windowSeconds + grace) * 1000);
}
