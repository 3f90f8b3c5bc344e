import type { Resolvers } from '#generated/graphql';
import type { Database, Tx } from '#platform/database';
import { putLane } from './store/lanes.ts';
import { shownIncidents, shownMaintenance } from './store/shown.ts';
import type { Channel, LaneChange } from './types.ts';
import { attend } from './use-cases/attend.ts';
import { sweep } from './use-cases/sweep.ts';

export type { Health, LaneChange } from './types.ts';
export type LaneArrival = {
  channel: Channel;
  via: string;
  live: boolean;
  p50: number | null;
  p95: number | null;
  price: bigint;
};
export type Status = ReturnType<typeof makeStatus>;

/** The door of status. Writes go into the caller's transaction. */
export function makeStatus(_: { db: Database }) {
  return {
    /** Delivery has judged a lane anew: an incident may open, grow or end with it. */
    async laneChanged(tx: Tx, change: LaneChange): Promise<void> {
      await putLane(tx, change);
      await attend(tx, change.channel, change.name);
    },
    /** What comes with time alone. Every worker may call it as often as it likes: one at a time does something. */
    sweep,
  };
}

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
