import { type Carrier, type CarriersConfig, type openCarrier, routeDigest } from '@sampai/carriers';
import type { Shares } from '#platform/shares';
import { type Approvals, type Configured, isEdited, mayCarry, NOBODY_DECIDED } from './rules/may-carry.ts';
import { makeRests } from './rules/rests.ts';

export type Route = { name: string; originLine: boolean; receipts: boolean; carrier: Carrier };
/** A carrier that counts no connections lets everybody do all. */
const shareOf = ({ connections }: Carrier): number =>
  connections ? connections.allowed() / connections.most : 1;

export type Routes = Awaited<ReturnType<typeof openRoutes>>;

/**
 * Opens every configured route. `pick` gives a lane's nth attempt its route: those that may serve it take turns, except what the
 * message avoids, what this worker has no connections of and what rests after failures in a row, while another one is left.
 */
export async function openRoutes(config: CarriersConfig, open: typeof openCarrier) {
  const routes = await Promise.all(
    config.routes.map(async (route) => ({
      lanes: route.lanes,
      name: route.name,
      bundled: route.bundled ?? false,
      digest: routeDigest(route, config.sender),
      originLine: route.kind === 'smpp' && route.originLine,
      receipts: route.kind === 'smpp' && route.receipts,
      carrier: await open(route, config.sender),
    })),
  );
  const rests = makeRests(() => performance.now());
  let approvals = NOBODY_DECIDED;
  const serving = (lane: string) => routes.filter((route) => mayCarry(route, lane, approvals));
  return {
    all: routes as Route[],
    configured: routes as readonly Configured[],
    originHost: config.sender.host,
    pick(lane: string, attempt: number, avoid: string[] = []): Route | undefined {
      const all = serving(lane);
      const fresh = all.filter(({ name }) => !avoid.includes(name));
      const candidates = fresh.length > 0 ? fresh : all;
      const ready = candidates.filter(({ carrier }) => shareOf(carrier) > 0);
      const able = ready.length > 0 ? ready : candidates;
      const awake = able.filter(({ name }) => !rests.has(name, lane));
      const from = awake.length > 0 ? awake : able;
      return from[Math.max(0, attempt - 1) % Math.max(1, from.length)];
    },
    /** How much of a lane this worker can do at the moment, of 1: its part of the connections that the carriers allow. */
    share(lane: string): number {
      const all = serving(lane).map(({ carrier }) => shareOf(carrier));
      return all.length === 0 ? 1 : Math.max(...all);
    },
    /** What people decided holds from now on; until then only what is bundled carries anything. */
    heed(decided: Approvals): void {
      approvals = decided;
    },
    /** Routes that were let in, and have been edited since: they carry nothing. */
    edited: (): string[] => routes.filter((route) => isEdited(route, approvals)).map(({ name }) => name),
    /** Whether a route may still carry a lane's messages. */
    mayCarry: (name: string, lane: string): boolean => serving(lane).some((route) => route.name === name),
    /** Whether a lane has a route that was not tried yet. */
    left: (lane: string, tried: string[]): boolean => serving(lane).some(({ name }) => !tried.includes(name)),
    /** A route rests for one lane, where another one is left that does not: says whether it does. */
    restFor(name: string, lane: string, seconds: number): boolean {
      const left = serving(lane).some((other) => other.name !== name && !rests.has(other.name, lane));
      if (left) rests.restFor(name, lane, seconds);
      return left;
    },
    /** What became of an attempt over a route; says how the route changed, if it did. */
    hear: rests.hear,
    /** From now on connections are shared with the other workers (without it this process takes all that a route has). */
    async shareConnections(shares: Pick<Shares, 'take'>): Promise<void> {
      for (const { name, carrier } of routes)
        if (carrier.connections) await shares.take({ ...carrier.connections, name: `connections:${name}` });
    },
    close: () => Promise.all(routes.map(({ carrier }) => carrier.close())).then(() => {}),
  };
}
