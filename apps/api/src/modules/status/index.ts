import type { Resolvers } from '#generated/graphql';
import type { Tx } from '#platform/database';
import { shownIncidents, shownMaintenance } from './store.ts';

export type LaneArrival = {
  channel: 'SMS' | 'EMAIL';
  via: string;
  live: boolean;
  p50: number | null;
  p95: number | null;
  price: bigint;
};
type Needs = { read: Tx; arrivals(): Promise<LaneArrival[]> };

/** Public: no person, no volume, whole seconds. */
export const makeStatusResolvers = ({ read, arrivals }: Needs): Resolvers => ({
  Query: { serviceStatus: () => ({}) },
  ServiceStatus: {
    incidents: (_, __, { caller }) => shownIncidents(read, caller.locale),
    maintenance: (_, __, { caller }) => shownMaintenance(read, caller.locale),
    arrival: async () =>
      (await arrivals()).map(({ channel, via, live, p50, p95, price }) => ({
        channel,
        via,
        p50Seconds: p50 === null ? null : Math.max(1, Math.round(p50)),
        p95Seconds: p95 === null ? null : Math.max(1, Math.round(p95)),
        // Health is judged with lane health; until a lane is judged, what is certain is said: closed where it is not live.
        health: live ? 'UNKNOWN' : 'CLOSED',
        price,
      })),
  },
});
