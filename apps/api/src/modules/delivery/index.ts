import type { Database, Tx } from '#platform/database';
import type { Secrets } from '#platform/secrets';
import type { Channel } from './ports.ts';
import { judgeLateness, type MessageState } from './rules/judge-lateness.ts';
import { laneOf } from './rules/lane-of.ts';
import { markArrived } from './store/outcome.ts';
import { insertMessage, lockAddress, type NewMessage } from './store/queue.ts';
import {
  type ArrivalRow,
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

const FEWEST_SAMPLES = 5;
const REFRESH_MS = 5_000;

/** The door of delivery. Writes go into the caller's transaction. */
export function makeDelivery({ db, secrets }: { db: Database; secrets: Secrets }) {
  let lanes: Lane[] = [];
  let arrivals = new Map<string, ArrivalRow>();
  let readAt = Number.NEGATIVE_INFINITY;

  async function refresh(): Promise<void> {
    if (performance.now() - readAt < REFRESH_MS) return;
    readAt = performance.now();
    lanes = await knownLanes(db.read);
    arrivals = new Map((await arrivalTimes(db.read)).map((row) => [row.lane, row]));
  }

  const laneById = (id: string): Lane =>
    lanes.find((lane) => lane.id === id) ?? {
      id,
      channel: 'EMAIL',
      name: id.replace(/^mail:/, ''),
      live: true,
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
    async lane(id: string): Promise<Lane> {
      await refresh();
      return laneById(id);
    },
    async lanes(): Promise<Lane[]> {
      await refresh();
      return lanes;
    },
    /** Today's arrival times of a lane in seconds; null figures while fewer than 5 messages are known to have arrived. */
    async arrival(lane: string): Promise<Arrival> {
      await refresh();
      const row = arrivals.get(lane);
      return row && row.samples >= FEWEST_SAMPLES
        ? row
        : { samples: row?.samples ?? 0, p50: null, p95: null };
    },
    enqueue: (tx: Tx, message: NewMessage): Promise<void> => insertMessage(tx, message),
    lockAddress,
    sentToAddress,
    markArrived,
    /** A content reference's messages as people see them at `now`. */
    async messages(tx: Tx, contentRef: string, now: Date): Promise<MessageView[]> {
      await refresh();
      const rows = await messagesFor(tx, contentRef);
      return Promise.all(
        rows.map(async (row) => {
          const { p50, p95 } = await this.arrival(row.lane);
          return {
            ...row,
            via: laneById(row.lane).name,
            state: judgeLateness({ ...row, p95Seconds: p95 }, now),
            usualSeconds: p50 === null ? null : Math.max(1, Math.round(p50)),
          };
        }),
      );
    },
    timeline: (tx: Tx, contentRef: string): Promise<EventRow[]> => eventsFor(tx, contentRef),
  };
}
