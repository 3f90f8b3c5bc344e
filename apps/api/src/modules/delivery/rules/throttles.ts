const WINDOW_MS = 10_000;
const SOON_MS = 5_000;
/** Somebody who was throttled within this time is no news. */
const KNOWN_MS = 60_000;
const SEVERAL = 2;
const QUEUES = 3;

type Said = { id: string; lane: string; accepted: boolean; slowDown: 'everybody' | 'one' | null };
/** Since when each throttled message is no news, and when it last was. */
type Known = { since: number; last: number };
type Lane = { throttled: Map<string, Known>; from: number; queues: Set<string>; accepted: number };

/**
 * Whether a carrier that asks for a lower rate means the lane. One that is throttled again and again is news once; several at a
 * time always are. A full queue, which may be the recipient's own, is the lane's when three people meet one within ten seconds
 * and no more than they get through. By the machine's clock, and each worker for itself.
 */
export function makeThrottles(clock: () => number) {
  const lanes = new Map<string, Lane>();

  return {
    meantForLane({ id, lane, accepted, slowDown }: Said): boolean {
      const now = clock();
      const seen = lanes.get(lane) ?? { throttled: new Map(), from: now, queues: new Set(), accepted: 0 };
      lanes.set(lane, seen);
      if (now - seen.from >= WINDOW_MS) {
        Object.assign(seen, { from: now, queues: new Set(), accepted: 0 });
        for (const [known, { last }] of seen.throttled)
          if (now - last >= KNOWN_MS) seen.throttled.delete(known);
      }
      seen.accepted += Number(accepted);
      if (slowDown === 'one') {
        seen.queues.add(id);
        return seen.queues.size >= QUEUES && seen.queues.size >= seen.accepted;
      }
      if (slowDown === null) return false;
      const since = seen.throttled.get(id)?.since;
      const isNews = since === undefined || now - since >= KNOWN_MS;
      seen.throttled.set(id, { since: isNews ? now : since, last: now });
      const soon = [...seen.throttled.values()].filter(({ last }) => now - last < SOON_MS).length;
      return isNews || soon >= SEVERAL;
    },
  };
}
