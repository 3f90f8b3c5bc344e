import type { Carrier, CarriersConfig, openCarrier } from '@sampai/carriers';

export type Route = { name: string; originLine: boolean; receipts: boolean; carrier: Carrier };
export type Routes = Awaited<ReturnType<typeof openRoutes>>;

/** Opens every configured route. `pick` gives a lane's nth attempt its route: the routes named for it take turns. */
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
  const serves = (lanes: string[], lane: string) =>
    lanes.includes(lane) || lanes.includes(lane.replace(/:.*/, ':*'));
  return {
    all: routes as Route[],
    originHost: config.sender.host,
    pick(lane: string, attempt: number): Route | undefined {
      const candidates = routes.filter((route) => serves(route.lanes, lane));
      return candidates[Math.max(0, attempt - 1) % Math.max(1, candidates.length)];
    },
    close: () => Promise.all(routes.map(({ carrier }) => carrier.close())).then(() => {}),
  };
}
