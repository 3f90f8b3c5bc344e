import { type Database, type Sql, sendAlong, type Tx, whenDone } from '#platform/database';
import type { Log } from '#platform/log';
import type { Metrics } from '#platform/metrics';
import type { Notices } from '#platform/notices';
import type { Policies } from '#platform/policy';
import { remember } from '#platform/remember';
import type { Secrets } from '#platform/secrets';
import { watchLife } from './life.ts';
import { measure } from './measure.ts';
import { makeDeliveryPolicy } from './policy.ts';
import type { Channel } from './ports.ts';
import type { Health, HealthReason } from './rules/judge-health.ts';
import {
  type HeldByUs,
  isMailboxFull,
  isPutOff,
  judgeHold,
  judgeLateness,
  type MessageState,
} from './rules/judge-lateness.ts';
import { LIFE, type Life, type LifeTimes } from './rules/judge-life.ts';
import { laneOf } from './rules/lane-of.ts';
import { allOf } from './rules/may-carry.ts';
import { markArrived, markMissing } from './store/arrivals.ts';
import { arrivalsByHour, failedLately, timesOfOtherMail, trafficOf, troubledRefs } from './store/history.ts';
import { takeProbe } from './store/lanes.ts';
import {
  announceQueued,
  insertMessage,
  lockAddress,
  type NewMessage,
  type Queued,
  queueing,
} from './store/queue.ts';
import { smsFromNetwork, smsToBlock } from './store/sms-counts.ts';
import {
  type EventRow,
  eventsFor,
  knownLanes,
  type MessageRow,
  messagesAmong,
  messagesFor,
  rolledUp,
  sentToAddress,
} from './store/views.ts';
import { putBehindCodes } from './store/waiting.ts';
import { makeTally } from './tally.ts';
import { ADDRESS_PLACE } from './use-cases/hand-over.ts';

export { runLanesCommand } from './command/lanes.ts';
export { runDispatcher } from './dispatcher.ts';
export { followRoutes } from './follow-routes.ts';
export { keepLanesOfDomains, type ResolveMx } from './look-up-domains.ts';
export type {
  Channel,
  Content,
  ContentRequest,
  DeliveryPorts,
  LaneChange,
  Progress,
  Stuck,
} from './ports.ts';
export { openRoutes } from './routes.ts';
export { type Health, type HealthReason, overrules } from './rules/judge-health.ts';
export { type HeldByUs, type MessageState, USUAL_P95_SECONDS } from './rules/judge-lateness.ts';
export type { Life, LifeTimes } from './rules/judge-life.ts';
export { laneStates, newestApprovals } from './store/approvals.ts';
export { closeUnserved, letRouteIn, takeRouteBack } from './use-cases/let-route-in.ts';
export { settleBounce } from './use-cases/settle-bounce.ts';
export { ADDRESS_PLACE, laneOf, type Queued, queueing };

export type Lane = {
  id: string;
  channel: Channel;
  name: string;
  live: boolean;
  /** It was live, and was taken back; where it is not live otherwise, it never was. */
  withdrawn: boolean;
  /** Known by its name from the beginning, or let in by it; not somebody's own mail domain that only was written to. */
  listed: boolean;
  health: Health;
  reason: HealthReason;
  /** Since when it is judged so; null where it never was. */
  since: Date | null;
};
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
  route: string | null;
  health: Health;
  reason: HealthReason;
  heldByUs: HeldByUs;
  /** It waits, and its carrier put it off when it was last tried. */
  putOff: boolean;
  /** Of what was refused: what that is about; FULL: its mailbox is, which its owner can empty. */
  refusal: MessageRow['refusal'] | 'FULL';
  usualSeconds: number | null;
};
export type Delivery = ReturnType<typeof makeDelivery>;

/** Fewer say nothing of a lane: neither the time that half of the messages take, nor the one that 95 of 100 keep. */
const FEWEST = { p50: 5, p95: 20 };
const ofEnough = <T extends Arrival>(times: T): T => ({
  ...times,
  p50: times.samples < FEWEST.p50 ? null : times.p50,
  p95: times.samples < FEWEST.p95 ? null : times.p95,
});
/** Behind the notices of changed lanes. */
const REFRESH_MS = 2_000;
/** The hours before this one do not change any more. */
const HISTORY_REFRESH_MS = 60_000;

const UNJUDGED = { health: 'UNKNOWN', reason: 'no-traffic', since: null } as const;
const nameless = (id: string, all: Pick<Lane, 'live' | 'withdrawn'> | undefined): Lane => ({
  ...{ id, channel: id.startsWith('sms:') ? 'SMS' : 'EMAIL', name: id.replace(/^\w+:(mx:)?/, '') },
  ...{
    live: all?.live ?? !id.startsWith('sms:'),
    withdrawn: all?.withdrawn ?? false,
    listed: false,
    ...UNJUDGED,
  },
});

type Given = { db: Database; log: Log; metrics: Metrics; policies: Policies; secrets: Secrets };

/** The door of delivery. Writes go into the caller's transaction. */
export function makeDelivery({ db, log, metrics, policies, secrets }: Given, lifeTimes: LifeTimes = LIFE) {
  const { health: healthNumbers } = makeDeliveryPolicy(policies);
  const lanes = remember(async () => {
    const [known, rollUps] = await Promise.all([knownLanes(db.aside), rolledUp(db.aside)]);
    const byId = new Map(known.map((lane) => [lane.id, lane]));
    return { byId, known: known.filter(({ id }) => id !== allOf(id)), rollUps };
  }, REFRESH_MS);
  const hours = remember(() => arrivalsByHour(db.aside), HISTORY_REFRESH_MS);
  const otherMail = remember(
    async () => timesOfOtherMail(db.aside, (await healthNumbers()).slowestWindowSeconds),
    HISTORY_REFRESH_MS,
  );
  const tally = makeTally(db);
  const life = watchLife({ db, log, metrics }, lifeTimes);

  const rowOf = async (id: string) => {
    const { byId, rollUps } = await lanes.get();
    return byId.get(rollUps.get(id) ?? id);
  };
  /** A mail domain needs no entry, unless all were closed; a carrier without one has not been let in (R37). */
  const laneById = async (id: string): Promise<Lane> => {
    const known = await rowOf(id);
    if (known) return lately(known);
    return nameless(id, await rowOf(allOf(id)));
  };
  /** What was judged too long ago is not known. */
  const lately = async <L extends Lane>(lane: L): Promise<L> =>
    (await life()).isJudged ? lane : { ...lane, ...UNJUDGED };
  const arrivalOf = async (lane: string): Promise<Arrival> => {
    const { samples = 0, p50 = null, p95 = null } = (await rowOf(lane)) ?? {};
    return ofEnough({ samples, p50, p95 });
  };

  const numberBlock = ({ channel, address }: Pick<Destination, 'channel' | 'address'>): string =>
    channel === 'SMS' ? secrets.open(ADDRESS_PLACE, address).slice(0, 8) : '';

  const view = (rows: MessageRow[], now: Date): Promise<MessageView[]> =>
    Promise.all(
      rows.map(async (row) => {
        const { p50 } = await arrivalOf(row.lane);
        const { name, health, reason } = await laneById(row.lane);
        const facts = { ...row, health, reason, standsStill: (await life()).standsStillFor !== null };
        return {
          ...row,
          ...{ via: name, health, reason, state: judgeLateness(facts, now), heldByUs: judgeHold(facts, now) },
          putOff: isPutOff(row),
          refusal: isMailboxFull(row) ? 'FULL' : row.refusal,
          usualSeconds: p50 === null ? null : Math.max(1, Math.round(p50)),
        };
      }),
    );

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
    numberBlock,
    lane: laneById,
    lanes: async (): Promise<Lane[]> => Promise.all((await lanes.get()).known.map(lately)),
    /** Whether anybody of ours sends, and whether lanes are judged, as of the last second. */
    life: (): Promise<Life> => life(),
    /** Hears of changed lanes at once, for a process that listens. */
    follow: (notices: Notices) => notices.listen('lane_changed', lanes.forget),
    /** A lane's arrival times in seconds, of the last 15 minutes or the day; null while too few are known: 5 for p50, 20 for p95. */
    arrival: arrivalOf,
    /** The same of all mail lanes without an entry of their own, together, as of the last minute. */
    arrivalOfOtherMail: async (): Promise<Arrival> => ofEnough(await otherMail.get()),
    /**
     * The last 24 hours of every lane by hour, in seconds; null where too few arrived, as in `arrival`. Lanes without an entry of their
     * own together, as `mail:*`.
     */
    arrivalHours: async () => (await hours.get()).map(ofEnough),
    /** The content references of codes that were deferred, late, refused or dropped in these lanes between two moments: a part of statements. */
    troubled: troubledRefs,
    failedLately,
    /** What arrived on time in lanes since a moment, and when something was last tried there. */
    trafficOf,
    enqueue: (tx: Tx, message: NewMessage): Promise<void> =>
      insertMessage(tx, { ...message, prefix: numberBlock(message) }),
    /** The same for a statement of the caller's own: wakes the workers when `tx` commits, and gives what `queueing` writes. */
    toQueue(tx: Tx, message: NewMessage): Queued {
      const queued = { ...message, prefix: numberBlock(message) };
      announceQueued(tx, queued);
      return queued;
    },
    smsFromNetwork,
    smsToBlock,
    lockAddress,
    sentToAddress,
    /** Sets the gauges by lane and route to what they are now: for whoever reads the metrics of a worker. */
    measure: (): Promise<void> => measure(db, metrics),
    /**
     * Whether a code that went another way, because this lane is red or closed, is to go there as well: one in 30 s, by which we
     * find out that the lane is better. Whoever is told yes sends it.
     */
    async mayProbe(tx: Tx, lane: string): Promise<boolean> {
      const { rollUps } = await lanes.get();
      const { probeSeconds } = await healthNumbers();
      return takeProbe(tx, rollUps.get(lane) ?? lane, probeSeconds);
    },
    /** A person says that the content arrived. Gives whether that changes anything. */
    async markArrived(tx: Tx, contentRef: string): Promise<boolean> {
      const arrivals = await markArrived(tx, contentRef, false);
      tally.add(arrivals, {});
      return arrivals.some(({ isNews }) => isNews);
    },
    /** A person says that it has not arrived yet: their last word about each message counts, once. As above. */
    markMissing,
    /**
     * Its code was entered: it has arrived, and what still waits is needed by nobody. `hear` is told the number block of the SMS
     * that it went by, if any.
     */
    markVerified: (tx: Tx, contentRef: string, hear: (block: string) => void): void =>
      sendAlong(
        tx,
        markArrived(tx, contentRef, true).then((arrivals) =>
          whenDone(tx, () => {
            tally.add(arrivals, { verified: 1 });
            const sms = arrivals.find(({ prefix }) => prefix !== '');
            if (sms) hear(sms.prefix);
          }),
        ),
      ),
    /** Who waits for what `refs` selects can go on without: these codes go behind those that somebody needs. */
    letWait: (tx: Tx, refs: Sql): Promise<number> => putBehindCodes(tx, refs),
    /** A content reference's messages as people see them at `now`. */
    messages: async (tx: Tx, contentRef: string, now: Date): Promise<MessageView[]> =>
      view(await messagesFor(tx, contentRef), now),
    /** The messages of all content references that `refs` selects, for `view`. */
    messagesAmong: (tx: Tx, refs: Sql): Promise<MessageRow[]> => messagesAmong(tx, refs),
    view,
    timeline: (tx: Tx, contentRef: string): Promise<EventRow[]> => eventsFor(tx, contentRef),
  };
}
