import type { Database } from '#platform/database';
import type { DeliveryPolicy } from '../policy.ts';
import type { DeliveryPorts, LaneChange } from '../ports.ts';
import { judgeHealth, overrules } from '../rules/judge-health.ts';
import { WHOLE } from '../rules/rests.ts';
import { withoutRoutes } from '../rules/trouble-of-routes.ts';
import {
  hurry,
  lanesSeen,
  mayJudge,
  recordDecision,
  saveHealth,
  saveTimes,
  wakeLane,
} from '../store/lanes.ts';
import { laneNames } from '../store/views.ts';
import { type JudgedRoute, judgeRoutes } from './judge-routes.ts';

type Needs = {
  db: Database;
  policy: DeliveryPolicy;
  ports: DeliveryPorts;
  routesLeft(lane: string, tried: string[]): boolean;
};

/**
 * Judges how every lane does, and every route in it, by one worker at a time, and tells who must know: the people who wait in it, the status page, and
 * the history of decisions (what moved, when, why).
 */
export async function judgeLanes(
  { db, policy, ports, routesLeft }: Needs,
  { withTimes }: { withTimes: boolean },
): Promise<LaneChange[]> {
  const { probes } = await policy.pace('*');
  const numbers = { ...(await policy.health()), probes };
  return db.inTransaction(async (tx) => {
    if (!(await mayJudge(tx))) return [];
    // Routes are locked before lanes, as by whoever counts.
    const bad = badByLane(await judgeRoutes(tx, numbers));
    if (withTimes) await saveTimes(tx, numbers.slowestWindowSeconds);
    const judged = (await lanesSeen(tx, numbers, probes)).map((lane) => {
      const its = bad.get(lane.lane) ?? [];
      const names = its.map(({ route }) => route);
      const shown = its.length > 0 && routesLeft(lane.lane, names) ? withoutRoutes(lane, its) : lane;
      return { ...lane, next: judgeHealth(lane, shown, numbers, lane.now) };
    });
    await saveHealth(
      tx,
      judged.map(({ lane, next }) => ({ lane, ...next })),
    );
    const moved = judged.filter(({ state, next }) => state !== next.state);
    const names = moved.length > 0 ? await laneNames(tx) : new Map<string, string>();
    const changes: LaneChange[] = [];
    for (const { lane, channel, state, next, now } of moved) {
      const change = {
        ...{ lane, channel, from: state, to: next.state, reason: next.reason, at: now },
        name: names.get(lane) ?? lane.replace(/^\w+:(mx:)?/, ''),
        listed: names.has(lane),
      };
      await recordDecision(tx, {
        lane,
        kind: 'HEALTH',
        was: state,
        becomes: next.state,
        reason: next.reason,
      });
      await wakeLane(tx, lane);
      await ports.onLane(tx, change);
      changes.push(change);
    }
    const refusing = changes.filter(({ to, reason }) => reason === 'provider-refusal' && overrules(to));
    if (refusing.length > 0)
      await hurry(
        tx,
        refusing.map(({ lane }) => lane),
      );
    return changes;
  });
}

/** The routes of each lane that are red or closed, in it or as a whole. */
function badByLane(routes: JudgedRoute[]): Map<string, JudgedRoute[]> {
  const isBad = ({ next }: JudgedRoute) => overrules(next.state);
  const whole = new Set(routes.filter((one) => one.lane === WHOLE && isBad(one)).map(({ route }) => route));
  return Map.groupBy(
    routes.filter((one) => one.lane !== WHOLE && (whole.has(one.route) || isBad(one))),
    ({ lane }) => lane,
  );
}
