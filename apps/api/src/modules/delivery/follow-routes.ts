import type { Database } from '#platform/database';
import { faultOf, type Log } from '#platform/log';
import type { Notices } from '#platform/notices';
import type { Policies } from '#platform/policy';
import { makeDeliveryPolicy } from './policy.ts';
import type { Routes } from './routes.ts';
import { approvalsNow } from './store/approvals.ts';
import { noteConfigured } from './store/configured.ts';
import { awaitNothing, deafRoutes, type Ears, tellEars } from './store/ears.ts';
import { routesOutOfOrder } from './store/routes.ts';

/** Behind the notices. */
const LOOK_MS = 2_000;
/** How often a worker says which routes it has. */
const NOTE_MS = 30_000;

type Needs = {
  db: Database;
  policies: Policies;
  notices: Notices;
  log: Log;
  routes: Pick<Routes, 'configured' | 'heed' | 'edited' | 'unserved' | 'know' | 'ears'>;
};

/**
 * Lets a worker's routes heed what people decide about routes and lanes, and know how routes stand, from now on and at once. Where
 * receipts reach no worker, acceptance is the last that is awaited: our own deafness makes no lane slow.
 */
export async function followRoutes(needs: Needs): Promise<{ stop(): void }> {
  const { db, policies, notices, log, routes } = needs;
  const policy = makeDeliveryPolicy(policies);
  let warned = '';
  let idle = '';
  let unheard = '';
  let notedAt = Number.NEGATIVE_INFINITY;
  async function look() {
    if (performance.now() - notedAt >= NOTE_MS) {
      await noteConfigured(
        db.read,
        routes.configured.map(({ name }) => name),
      );
      notedAt = performance.now();
    }
    const { probeSeconds } = await policy.health();
    const [decided, standings] = [
      await approvalsNow(db.aside),
      await routesOutOfOrder(db.aside, probeSeconds),
    ];
    routes.heed(decided);
    routes.know(standings);
    const edited = routes.edited();
    if (edited.length > 0 && edited.join() !== warned)
      log.warn(
        { routes: edited },
        'edited since they were let in, and not used: certify and approve them again',
      );
    warned = edited.join();
    const unserved = routes.unserved();
    if (unserved.length > 0 && unserved.join() !== idle)
      log.warn({ lanes: unserved }, 'no route of this worker serves these lanes, though they are live');
    idle = unserved.join();
    await listenTo(routes.ears());
  }
  async function listenTo(ears: Ears) {
    const said = ears.deaf.map(({ route, why }) => `${route}: ${why}`);
    if (said.length > 0 && said.join() !== unheard)
      log.warn(
        { routes: said },
        'these routes take messages, and no receipts come: the receiver is not bound',
      );
    unheard = said.join();
    await tellEars(db.read, ears);
    const deaf = await deafRoutes(db.read);
    if (deaf.length > 0) await awaitNothing(db.read, deaf);
  }
  await look();
  const again = () =>
    void look().catch((fault: unknown) =>
      log.warn({ fault: faultOf(fault) }, 'routes could not be looked at'),
    );
  const ends = [await notices.listen('lane_changed', again), notices.onGap(again)];
  const timer = setInterval(again, LOOK_MS);
  return {
    stop() {
      clearInterval(timer);
      for (const end of ends) end();
    },
  };
}
