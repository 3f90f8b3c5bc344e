export type Approved = { lanes: string[]; configured: string };
/** A configured route; `digest` is of what makes it the one that it is. */
export type Configured = { name: string; lanes: string[]; digest: string; bundled: boolean };

/** What people have decided about routes and lanes. */
export type Approvals = {
  /** Routes let in, with the lanes of their approval and the digest of what they were then. */
  standing: Map<string, Approved>;
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

/** Whether a route was let in, and is another one by now: certified as it was, it carries nothing as it is. */
export const isEdited = (
  { name, digest, bundled }: Configured,
  { standing }: Pick<Approvals, 'standing'>,
): boolean => !bundled && (standing.get(name)?.configured ?? digest) !== digest;

/**
 * Whether a route may carry a lane's messages (R37): the lane is live, and the route was let in for it, as it is. The post office
 * of development (`bundled`) needs no approval, but does not outlive one that was taken back.
 */
export function mayCarry(route: Configured, lane: string, approvals: Approvals): boolean {
  const { standing, judged, lanes } = approvals;
  if (!covers(route.lanes, lane) || isEdited(route, approvals)) return false;
  if (!(lanes.get(lane) ?? lanes.get(allOf(lane)) ?? true)) return false;
  const approved = standing.get(route.name);
  return approved ? covers(approved.lanes, lane) : route.bundled && !judged.has(route.name);
}
