import type { Carrier, CarriersConfig, openCarrier } from '@sampai/carriers';
import { makeRests } from './rules/rests.ts';

export type Route = { name: string; originLine: boolean; receipts: boolean; carrier: Carrier };
export type Routes = Awaited<ReturnType<typeof openRoutes>>;

/**
 * Opens every configured route. `pick` gives a lane's nth attempt its route: those that serve it take turns, except what the
 * message avoids and what rests after failures in a row, while another one is left.
 */
export async function openRoutes(config: CarriersConfig, open: typeof openCarrier) {
  const routes = await Promise.all(
    config.routes.map(async (route) => ({
      lanes: route.lanes,
      name: route.name,
      originLine: route.kind === 'smpp' && route.originLine,
      receipts: route.kind === 'smpp' && route.receipts,
      carrier: await open(route, config.sender),
    })),
  );
  const rests = makeRests(() => performance.now());
  const serving = (lane: string) =>
    routes.filter(({ lanes }) => lanes.includes(lane) || lanes.includes(lane.replace(/:.*/, ':*')));
  return {
    all: routes as Route[],
    originHost: config.sender.host,
    pick(lane: string, attempt: number, avoid: string[] = []): Route | undefined {
      const all = serving(lane);
      const fresh = all.filter(({ name }) => !avoid.includes(name));
      const candidates = fresh.length > 0 ? fresh : all;
      const awake = candidates.filter(({ name }) => !rests.has(name));
      const from = awake.length > 0 ? awake : candidates;
      return from[Math.max(0, attempt - 1) % Math.max(1, from.length)];
    },
    /** Whether a lane has a route that was not tried yet. */
    left: (lane: string, tried: string[]): boolean => serving(lane).some(({ name }) => !tried.includes(name)),
    /** What became of an attempt over a route; says how the route changed, if it did. */
    hear: rests.hear,
    close: () => Promise.all(routes.map(({ carrier }) => carrier.close())).then(() => {}),
  };
}
