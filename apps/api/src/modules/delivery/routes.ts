import { type Carrier, type CarriersConfig, type openCarrier, routeDigest } from '@sampai/carriers';
import type { Shares } from '#platform/shares';
import { chooseRoute, type Standing, type Standings, type Trouble, troubleOf } from './rules/choose-route.ts';
import { type Approvals, type Configured, isEdited, mayCarry, NOBODY_DECIDED } from './rules/may-carry.ts';
import { makeRests, WHOLE } from './rules/rests.ts';
import type { Ears } from './store/ears.ts';

export type Route = { name: string; originLine: boolean; receipts: boolean; carrier: Carrier };
/** A carrier that counts no connections lets everybody do all. */
const shareOf = ({ connections }: Carrier): number =>
  connections ? connections.allowed() / connections.most : 1;

export type Routes = Awaited<ReturnType<typeof openRoutes>>;

/**
 * Opens every configured route. `pick` gives a lane's nth attempt its route, by what people decided (`heed`), by how routes stand
 * (`know`), and by what this worker has just seen itself.
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
  let standings = new Map<string, Standing>();
  const keyOf = (name: string, lane: string) => `${name} ${lane}`;
  const serving = (lane: string) => routes.filter((route) => mayCarry(route, lane, approvals));
  const standingsIn = (name: string, lane: string) =>
    [WHOLE, lane].flatMap((place) => {
      const standing = standings.get(keyOf(name, place));
      return standing ? [{ place, standing }] : [];
    });
  const troubleIn = (name: string, lane: string): Trouble => {
    const known = standingsIn(name, lane).map(({ standing }) => troubleOf(standing));
    return Math.max(Number(rests.has(name, lane)), ...known) as Trouble;
  };
  const isOtherLeft = (name: string, lane: string): boolean =>
    serving(lane).some((other) => other.name !== name && troubleIn(other.name, lane) === 0);
  return {
    all: routes as Route[],
    configured: routes as readonly Configured[],
    originHost: config.sender.host,
    pick: (lane: string, attempt: number, avoid: string[] = []): Route | undefined =>
      chooseRoute(
        serving(lane).map((route) => ({
          ...{ route, avoided: avoid.includes(route.name), connected: shareOf(route.carrier) > 0 },
          trouble: troubleIn(route.name, lane),
        })),
        attempt,
      ),
    /**
     * A red or closed route whose turn to be tried by a message of this lane has come, while another one is in order; and where it
     * is out of order, in the lane or as a whole. Says so once.
     */
    toProbe(lane: string): { route: Route; place: string } | undefined {
      if (standings.size === 0) return;
      for (const route of serving(lane)) {
        // Out of order as a whole, it is tried as such, and not by each lane for itself.
        const [due] = standingsIn(route.name, lane);
        if (!due?.standing.probeDue || rests.has(route.name, lane) || shareOf(route.carrier) === 0) continue;
        if (!isOtherLeft(route.name, lane)) continue;
        due.standing.probeDue = false;
        return { route, place: due.place };
      }
      return;
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
    /** Lanes that are live, and that no route here may carry anything of. */
    unserved: (): string[] =>
      [...approvals.lanes].flatMap(([lane, live]) => (live && serving(lane).length === 0 ? [lane] : [])),
    /** Routes over which this worker hears receipts, and those over which it sends and hears none, with the reason. */
    ears: (): Ears => ({
      hearing: routes.flatMap(({ name, carrier }) => (carrier.hears?.() ? [name] : [])),
      deaf: routes.flatMap(({ name, carrier }) => {
        const why = carrier.deaf?.();
        return why === undefined ? [] : [{ route: name, why }];
      }),
    }),
    /** Whether a route may still carry a lane's messages. */
    mayCarry: (name: string, lane: string): boolean => serving(lane).some((route) => route.name === name),
    /** How routes stand from now on. */
    know(now: Standings): void {
      standings = new Map(now.map(({ lane, route, ...standing }) => [keyOf(route, lane), standing]));
    },
    /** Whether a lane has a route that was not tried yet, and is neither red nor closed. */
    left: (lane: string, tried: string[]): boolean =>
      serving(lane).some(({ name }) => !tried.includes(name) && troubleIn(name, lane) === 0),
    /** Another one is taken in this lane from now on, until it is read here what was written down for everybody. */
    rest: rests.rest,
    /** A message was taken over a route. */
    worked: rests.worked,
    /** A message failed, which says something of its route in this lane, or as a whole: says whether the route begins to rest. */
    failed(name: string, { lane, place, id }: { lane: string; place: string; id: string }): boolean {
      const many = rests.failed(name, place, id);
      if (!many || troubleIn(name, lane) > 0 || !isOtherLeft(name, lane)) return false;
      rests.rest(name, place);
      return true;
    },
    /** From now on connections are shared with the other workers (without it this process takes all that a route has). */
    async shareConnections(shares: Pick<Shares, 'take'>): Promise<void> {
      for (const { name, carrier } of routes)
        if (carrier.connections) await shares.take({ ...carrier.connections, name: `connections:${name}` });
    },
    close: () => Promise.all(routes.map(({ carrier }) => carrier.close())).then(() => {}),
  };
}
