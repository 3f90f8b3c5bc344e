import type { Resolvers as DeskResolvers } from '#generated/desk-graphql';
import type { Resolvers } from '#generated/graphql';
import type { Status } from './index.ts';
import { told } from './use-cases/read-public.ts';
import { words } from './words.ts';

/** Whole seconds, never none. */
const seconds = (value: number | null): number | null =>
  value === null ? null : Math.max(1, Math.round(value));

/** Public: no person, no volume, whole seconds. */
export const makeStatusResolvers = (status: Status): Resolvers => ({
  Query: { serviceStatus: () => ({}) },
  ServiceStatus: {
    incidents: (_, __, { caller }) => status.incidents(caller.locale),
    maintenance: (_, __, { caller }) => status.maintenance(caller.locale),
    arrival: async (_, __, { caller }) =>
      (await status.arrivals()).map(({ channel, via, live, withdrawn, p50, p95, price, health }) => ({
        ...{ channel, via: via ?? words[caller.locale].otherMail, live, withdrawn, health, price },
        p50Seconds: seconds(p50),
        p95Seconds: seconds(p95),
      })),
    lanes: async (_, __, { caller }) =>
      (await status.history()).map(({ channel, via, hours }) => ({
        ...{ channel, via: via ?? words[caller.locale].otherMail },
        hours: hours.map(({ at, p50, p95 }) => ({ at, p50Seconds: seconds(p50), p95Seconds: seconds(p95) })),
      })),
  },
});

type Speaking = { caller: { locale: 'id' | 'en' } };

/** The desk hears of the same incidents and windows. */
export const makeStatusDeskResolvers = (status: Status): DeskResolvers<Speaking> => ({
  Query: { notices: () => ({}) },
  Notices: {
    incidents: async (_, __, { caller }) =>
      (await status.incidents(caller.locale)).filter(({ until }) => until === null).map(told),
    maintenance: async (_, __, { caller }) =>
      (await status.maintenance(caller.locale))
        .filter(({ phase }) => phase !== 'PLANNED')
        .map(({ id, title, from, to, phase }) => ({ id, title, from, to, running: phase === 'RUNNING' })),
  },
});
