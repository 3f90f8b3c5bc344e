import type { Database, Tx } from '#platform/database';
import { remember } from '#platform/remember';
import type { Secrets } from '#platform/secrets';
import type { Channel } from './ports.ts';
import { judgeLateness, type MessageState } from './rules/judge-lateness.ts';
import { laneOf } from './rules/lane-of.ts';
import { arrivalsByHour, troubledRefs } from './store/history.ts';
import { markArrived } from './store/outcome.ts';
import { insertMessage, lockAddress, type NewMessage, queueing } from './store/queue.ts';
import {
  arrivalTimes,
  type EventRow,
  eventsFor,
  knownLanes,
  messagesFor,
  sentToAddress,
} from './store/views.ts';
import { ADDRESS_PLACE } from './use-cases/hand-over.ts';

export { runDispatcher } from './dispatcher.ts';
export type { Channel, Content, ContentRequest, DeliveryPorts, Progress } from './ports.ts';
export { openRoutes } from './routes.ts';
export { type MessageState, USUAL_P95_SECONDS } from './rules/judge-lateness.ts';
export { laneStates, newestApprovals } from './store/approvals.ts';
export { letRouteIn, takeRouteBack } from './use-cases/let-route-in.ts';
export { settleBounce } from './use-cases/settle-bounce.ts';
export { ADDRESS_PLACE, laneOf };

export type Lane = { id: string; channel: Channel; name: string; live: boolean };
export type Arrival = { samples: number; p50: number | null; p95: number | null };
/** An address ready to be written to: sealed, indexed, masked, with its lane. */
export type Destination = {
  channel: Channel;
  address: Uint8Array;
  addressIndex: Uint8Array;
  maskedAddress: string;
  lane: string;
};
export type MessageView = Destination & {
  id: string;
  via: string;
  state: MessageState;
  cause: NewMessage['cause'];
  queuedAt: Date;
  sentOnAt: Date | null;
  deliveredAt: Date | null;
  usualSeconds: number | null;
};
export type Delivery = ReturnType<typeof makeDelivery>;

/** Fewer say nothing of a lane: neither the time that half of the messages take, nor the one that 95 of 100 keep. */
const FEWEST = { p50: 5, p95: 20 };
const REFRESH_MS = 5_000;
/** The hours before this one do not change any more. */
const HISTORY_REFRESH_MS = 60_000;

/** The door of delivery. Writes go into the caller's transaction. */
export function makeDelivery({ db, secrets }: { db: Database; secrets: Secrets }) {
  const lanes = remember(() => knownLanes(db.aside), REFRESH_MS);
  const arrivals = remember(() => arrivalTimes(db.aside), REFRESH_MS);
  const hours = remember(() => arrivalsByHour(db.aside), HISTORY_REFRESH_MS);

  /** A mail domain needs no entry; a carrier without one has not been let in (R37). */
  const laneById = async (id: string): Promise<Lane> =>
    (await lanes.get()).find((lane) => lane.id === id) ?? {
      ...{ id, channel: id.startsWith('sms:') ? 'SMS' : 'EMAIL' },
      ...{ name: id.replace(/^\w+:/, ''), live: !id.startsWith('sms:') },
    };
  const arrivalOf = async (lane: string): Promise<Arrival> => {
    const {
      samples = 0,
      p50 = null,
      p95 = null,
    } = (await arrivals.get()).find((row) => row.lane === lane) ?? {};
    return { samples, p50: samples < FEWEST.p50 ? null : p50, p95: samples < FEWEST.p95 ? null : p95 };
  };

  return {
    /** Seals an address that identifiers have parsed (E.164 or mail). */
    destination(channel: Channel, address: string, maskedAddress: string): Destination {
      return {
        channel,
        address: secrets.seal(ADDRESS_PLACE, address),
        addressIndex: secrets.index(channel, address.toLowerCase()),
        maskedAddress,
        lane: laneOf(channel, address).id,
      };
    },
    /** The number block of an SMS destination ("+6281234"), which names nobody; empty for mail. */
    numberBlock: ({ channel, address }: Pick<Destination, 'channel' | 'address'>): string =>
      channel === 'SMS' ? secrets.open(ADDRESS_PLACE, address).slice(0, 8) : '',
    lane: laneById,
    lanes: lanes.get,
    /** Today's arrival times of a lane in seconds; null while too few messages are known to have arrived: 5 for p50, 20 for p95. */
    arrival: arrivalOf,
    /** The last 24 hours of every lane by hour, in seconds; null where too few arrived, as in `arrival`. */
    arrivalHours: async () =>
      (await hours.get()).map((hour) => ({
        ...hour,
        p50: hour.samples < FEWEST.p50 ? null : hour.p50,
        p95: hour.samples < FEWEST.p95 ? null : hour.p95,
      })),
    /** The content references of codes that were deferred, late, refused or dropped in these lanes between two moments. */
    troubled: troubledRefs,
    enqueue: (tx: Tx, message: NewMessage): Promise<void> => insertMessage(tx, message),
    queueing,
    lockAddress,
    sentToAddress,
    markArrived,
    /** A content reference's messages as people see them at `now`. */
    async messages(tx: Tx, contentRef: string, now: Date): Promise<MessageView[]> {
      const rows = await messagesFor(tx, contentRef);
      return Promise.all(
        rows.map(async (row) => {
          const { p50, p95 } = await arrivalOf(row.lane);
          return {
            ...row,
            via: (await laneById(row.lane)).name,
            state: judgeLateness({ ...row, p95Seconds: p95 }, now),
            usualSeconds: p50 === null ? null : Math.max(1, Math.round(p50)),
          };
        }),
      );
    },
    timeline: (tx: Tx, contentRef: string): Promise<EventRow[]> => eventsFor(tx, contentRef),
  };
}
