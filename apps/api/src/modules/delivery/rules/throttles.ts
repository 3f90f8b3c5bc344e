const WINDOW_MS = 10_000;
const SOON_MS = 5_000;
/** Somebody who was throttled within this time is no news. */
const KNOWN_SECONDS = 60;
const SEVERAL = 2;
const QUEUES = 3;

type Said = {
  id: string;
  lane: string;
  accepted: boolean;
  slowDown: 'everybody' | 'one' | null;
  /** Whether it is news that this message is throttled. */
  news: boolean;
};
type Lane = { throttled: Map<string, number>; from: number; queues: Set<string>; accepted: number };

/** Whether it is news that a message is throttled, which was news so many seconds ago, or never (null). */
export const isNews = (secondsAgo: number | null): boolean =>
  secondsAgo === null || secondsAgo >= KNOWN_SECONDS;

/**
 * Whether a carrier that asks for a lower rate means the lane. One that is throttled again and again is news once; several at a
 * time always are. A full queue, which may be the recipient's own, is the lane's when three people meet one within ten seconds
 * and no more than they get through. What is news stands in the message's row, for all workers; what comes at a time each worker
 * sees for itself, within seconds by the machine's clock.
 */
export function makeThrottles(clock: () => number) {
  const lanes = new Map<string, Lane>();

  return {
    meantForLane({ id, lane, accepted, slowDown, news }: Said): boolean {
      const now = clock();
      const seen = lanes.get(lane) ?? { throttled: new Map(), from: now, queues: new Set(), accepted: 0 };
      lanes.set(lane, seen);
      if (now - seen.from >= WINDOW_MS) {
        Object.assign(seen, { from: now, queues: new Set(), accepted: 0 });
        for (const [known, at] of seen.throttled) if (now - at >= SOON_MS) seen.throttled.delete(known);
      }
      seen.accepted += Number(accepted);
      if (slowDown === 'one') {
        seen.queues.add(id);
        return seen.queues.size >= QUEUES && seen.queues.size >= seen.accepted;
      }
      if (slowDown === null) return false;
      seen.throttled.set(id, now);
      const soon = [...seen.throttled.values()].filter((at) => now - at < SOON_MS).length;
      return news || soon >= SEVERAL;
    },
  };
}
