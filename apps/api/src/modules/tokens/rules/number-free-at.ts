const HOUR_MS = 3_600_000;

/**
 * When a number may get an SMS again: once fewer than `perHour` of the last hour's are left. Null: now.
 * @param sentAt when an SMS was queued to it within the last hour, oldest first
 */
export function numberFreeAt(sentAt: Date[], perHour: number): Date | null {
  const blocking = sentAt.at(-perHour);
  return blocking ? new Date(blocking.getTime() + HOUR_MS) : null;
}
