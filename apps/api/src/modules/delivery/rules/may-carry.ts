/** What people have decided about routes and lanes. */
export type Approvals = {
  /** Routes let in, with the lanes of their approval. */
  standing: Map<string, string[]>;
  /** Routes that were let in once, standing or withdrawn. */
  judged: Set<string>;
  /** Whether a lane is live, where that is known; `mail:*` stands for all domains without a row. */
  lanes: Map<string, boolean>;
};
export const NOBODY_DECIDED: Approvals = { standing: new Map(), judged: new Set(), lanes: new Map() };

/** All of a lane's channel: `mail:gmail` -> `mail:*`. */
export const allOf = (lane: string): string => lane.replace(/:.*/, ':*');

const covers = (lanes: string[], lane: string): boolean =>
  lanes.includes(lane) || lanes.includes(allOf(lane));

/**
 * Whether a route may carry a lane's messages (R37): the lane is live, and the route was let in for it. The post office of
 * development (`bundled`) needs no approval, but does not outlive one that was taken back.
 */
export function mayCarry(
  route: { name: string; lanes: string[]; bundled: boolean },
  lane: string,
  { standing, judged, lanes }: Approvals,
): boolean {
  if (!covers(route.lanes, lane)) return false;
  if (!(lanes.get(lane) ?? lanes.get(allOf(lane)) ?? true)) return false;
  const approved = standing.get(route.name);
  return approved ? covers(approved, lane) : route.bundled && !judged.has(route.name);
}
