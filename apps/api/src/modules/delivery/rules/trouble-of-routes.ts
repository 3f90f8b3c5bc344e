import type { LaneWindow } from './judge-health.ts';

const TROUBLE = ['failing', 'turnedAway', 'untaken', 'slowDowns', 'late', 'missing'] as const;

/**
 * What a lane shows, of what was seen of it, while it has a route that is in order: not the trouble over those that are not. Its
 * messages are sent by the other one from now on.
 */
export function withoutRoutes<L extends LaneWindow>(lane: L, bad: LaneWindow[]): L {
  const less = (figure: (typeof TROUBLE)[number]) =>
    Math.max(0, lane[figure] - bad.reduce((sum, route) => sum + route[figure], 0));
  return { ...lane, ...Object.fromEntries(TROUBLE.map((figure) => [figure, less(figure)])) };
}

/**
 * What a route as a whole shows: whether it takes anything at all. Where it takes something, its trouble is that of the lanes it
 * leads to, and judged there.
 */
export const ofWholeRoute = <W extends LaneWindow>(seen: W): W => ({
  ...seen,
  ...{ slowDowns: 0, late: 0, missing: 0 },
  ...(seen.accepted > 0 ? { failing: 0, turnedAway: 0, untaken: 0 } : {}),
});
