import { announce } from '#platform/announcer';
import type { Tx } from '#platform/database';
import {
  type Health,
  type HealthPolicy,
  type Judged,
  judgeHealth,
  overrules,
} from '../rules/judge-health.ts';
import { ofWholeRoute } from '../rules/trouble-of-routes.ts';
import { recordDecision, type Windows } from '../store/lanes.ts';
import { type RouteSeen, routesSeen, saveRoutes, wholeRoutesSeen } from '../store/routes.ts';

export type JudgedRoute = RouteSeen & { next: Judged };

/**
 * Judges how every route does, in every lane and as a whole, by the rules of lanes, and keeps what moved, when and why. Part of the judgement of
 * lanes, which is made by what the routes are found to be. Workers hear of what is to be taken no more, or again.
 */
export async function judgeRoutes(tx: Tx, numbers: HealthPolicy & Windows): Promise<JudgedRoute[]> {
  const seen = [
    ...(await routesSeen(tx, numbers)),
    ...(await wholeRoutesSeen(tx, numbers)).map(ofWholeRoute),
  ];
  const judged = seen.map((route) => ({ ...route, next: judgeHealth(route, route, numbers, route.now) }));
  const changed = judged.filter(
    ({ state, badAt, next }) => state !== next.state || badAt?.getTime() !== next.badAt?.getTime(),
  );
  if (changed.length === 0) return judged;
  const saved = new Set(
    (
      await saveRoutes(
        tx,
        changed.map(({ lane, route, next }) => ({ lane, route, ...next })),
      )
    ).map(keyOf),
  );
  for (const { lane, route, state, next } of changed) {
    if (!isNews(state, next.state) || !saved.has(keyOf({ lane, route }))) continue;
    await recordDecision(tx, {
      ...{ lane, route, kind: 'ROUTE', was: state, becomes: next.state, reason: next.reason },
    });
    if (overrules(state) !== overrules(next.state)) announce(tx, 'lane_changed', lane);
  }
  return judged;
}

/** That a route is used for the first time, or again, and does well, is none. */
const isNews = (was: Health, becomes: Health): boolean =>
  was !== becomes && ![was, becomes].every((health) => health === 'UNKNOWN' || health === 'GREEN');
const keyOf = ({ lane, route }: { lane: string; route: string }): string => `${lane} ${route}`;
