import type { Database } from '#platform/database';
import type { DeliveryPolicy } from './policy.ts';
import type { Route, Routes } from './routes.ts';
import { chooseProbe } from './rules/choose-route.ts';
import { WHOLE } from './rules/rests.ts';
import type { Claimed } from './store/queue.ts';
import { closeRoute, restRoute, takeRouteProbe } from './store/routes.ts';
import type { Attempted } from './use-cases/hand-over.ts';

/** Three failures in a row, and everybody takes another route for so long. */
const REST_SECONDS = 15;

type Needs = {
  db: Database;
  policy: DeliveryPolicy;
  routes: Pick<Routes, 'worked' | 'failed' | 'toProbe'>;
};

/** What a worker sees of routes is everybody's: which of them rest, and who tries one that is red or closed. */
export function mindRoutes({ db, policy, routes }: Needs) {
  return {
    /** What came of a message over a route: as the carrier answered, and as that was understood. */
    async hear({ name: route }: Route, answered: Attempted, understood: Attempted): Promise<void> {
      const { id, lane, kind, wide, signal, ofRoute } = understood;
      const why = understood.reply ?? '';
      if (kind === 'DROPPED') return;
      if (answered.signal === 'stop' && signal === null) {
        const { holdSeconds } = await policy.pace(lane);
        return closeRoute(db.read, { lane, route, why, seconds: holdSeconds });
      }
      if (!wide || signal !== null) return routes.worked(route, lane);
      const place = ofRoute ? WHOLE : lane;
      if (routes.failed(route, { lane, place, id }))
        await restRoute(db.read, { lane: place, route, why, seconds: REST_SECONDS });
    },
    /** One of the messages in hand, and the red or closed route that it is to try: one in 30 s, by whichever worker. */
    async probe(lane: string, claimed: Claimed[]): Promise<{ id: string; route: Route } | undefined> {
      const due = routes.toProbe(lane);
      const message = due && chooseProbe(claimed, due.route.name);
      if (!message) return;
      const { route, place } = due;
      const { probeSeconds: everySeconds } = await policy.health();
      const mine = await takeRouteProbe(db.read, { lane: place, route: route.name, everySeconds });
      return mine ? { id: message.id, route } : undefined;
    },
  };
}
