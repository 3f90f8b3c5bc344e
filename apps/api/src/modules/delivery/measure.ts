import type { Database } from '#platform/database';
import type { Metrics } from '#platform/metrics';
import type { Health } from './rules/judge-health.ts';
import { deafRoutes } from './store/ears.ts';
import { figuresOfLanes, healthOfRoutes } from './store/figures.ts';

/** By their number in metrics. */
const HEALTHS: Health[] = ['UNKNOWN', 'GREEN', 'AMBER', 'RED', 'CLOSED'];

/** Sets the gauges by lane and route to what they are now: for whoever reads the metrics of a worker. */
export async function measure(db: Database, metrics: Metrics): Promise<void> {
  const [figures, routes] = [await figuresOfLanes(db.aside), await healthOfRoutes(db.aside)];
  const deaf = await deafRoutes(db.aside);
  const { laneHealth, lanePace, routeHealth, routeDeaf, waiting, oldestWaiting } = metrics;
  for (const gauge of [laneHealth, lanePace, routeHealth, routeDeaf, waiting, oldestWaiting]) gauge.reset();
  for (const route of deaf) routeDeaf.set({ route }, 1);
  for (const [route, all] of Map.groupBy(routes, (one) => one.route))
    routeHealth.set({ route }, Math.max(...all.map(({ health }) => HEALTHS.indexOf(health))));
  for (const { lane, health, pace, waiting: messages, oldestSeconds } of figures) {
    laneHealth.set({ lane }, HEALTHS.indexOf(health));
    if (pace !== null) lanePace.set({ lane }, pace);
    waiting.set({ lane }, messages);
    oldestWaiting.set({ lane }, oldestSeconds);
  }
}
