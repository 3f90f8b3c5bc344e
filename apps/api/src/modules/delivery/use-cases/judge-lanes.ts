import type { Database } from '#platform/database';
import type { DeliveryPolicy } from '../policy.ts';
import type { DeliveryPorts, LaneChange } from '../ports.ts';
import { judgeHealth, overrules } from '../rules/judge-health.ts';
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

type Needs = { db: Database; policy: DeliveryPolicy; ports: DeliveryPorts };

/**
 * Judges how every lane does, by one worker at a time, and tells who must know: the people who wait in it, the status page, and
 * the history of decisions (what moved, when, why).
 */
export async function judgeLanes(
  { db, policy, ports }: Needs,
  { withTimes }: { withTimes: boolean },
): Promise<LaneChange[]> {
  const numbers = await policy.health();
  const { probes } = await policy.pace('*');
  return db.inTransaction(async (tx) => {
    if (!(await mayJudge(tx))) return [];
    if (withTimes) await saveTimes(tx, numbers.slowestWindowSeconds);
    const seen = await lanesSeen(tx, numbers.windowSeconds, probes);
    const judged = seen.map((lane) => ({
      ...lane,
      next: judgeHealth(lane, lane, { ...numbers, probes }, lane.now),
    }));
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
        name: names.get(lane) ?? lane.replace(/^\w+:/, ''),
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
