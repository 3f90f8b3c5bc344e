import type { LaneSeen, Traffic } from '../types.ts';

/** Measured delivery must be well so long before it is called over (R53). */
const WELL_MS = 15 * 60_000;

/**
 * Since when all of these lanes have been well, where that is long enough and something arrived on time in each of them meanwhile:
 * silence is no recovery. Null where not.
 */
export function wellAgain(lanes: readonly LaneSeen[], traffic: readonly Traffic[], now: Date): Date | null {
  const wellSince = latest(lanes.map((lane) => lane.wellSince));
  if (!wellSince || now.getTime() - wellSince.getTime() < WELL_MS) return null;
  const arrived = (lane: string) => traffic.find((of) => of.lane === lane)?.arrived ?? 0;
  return lanes.every(({ lane }) => arrived(lane) > 0) ? wellSince : null;
}

/** The latest of the moments; null where one is missing, or there is none. */
function latest(moments: readonly (Date | null)[]): Date | null {
  let last: Date | null = null;
  for (const moment of moments) {
    if (moment === null) return null;
    if (last === null || moment > last) last = moment;
  }
  return last;
}
