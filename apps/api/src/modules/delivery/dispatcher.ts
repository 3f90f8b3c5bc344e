import { inBatches } from '#platform/batches';
import type { Database } from '#platform/database';
import { faultOf, type Log } from '#platform/log';
import type { Metrics } from '#platform/metrics';
import type { Notices } from '#platform/notices';
import { throughOutages } from '#platform/outage';
import type { Policies } from '#platform/policy';
import { randomId } from '#platform/random';
import { remember } from '#platform/remember';
import type { Secrets } from '#platform/secrets';
import { keepLeases, LEASES, type LeaseTimes } from './leases.ts';
import { keepBeating } from './life.ts';
import { mindRoutes } from './mind-routes.ts';
import { makeDeliveryPolicy } from './policy.ts';
import type { Content, DeliveryPorts } from './ports.ts';
import type { Route, Routes } from './routes.ts';
import { LIFE } from './rules/judge-life.ts';
import { makeThrottles } from './rules/throttles.ts';
import { type Claimed, claimMessages, lanesWaiting } from './store/queue.ts';
import { rolledUp } from './store/views.ts';
import { findStuck } from './use-cases/find-stuck.ts';
import { type Attempted, handOver } from './use-cases/hand-over.ts';
import { type Arrived, recordOutcomes, recordReceiptsOf } from './use-cases/record-outcomes.ts';
import { understand } from './use-cases/understand.ts';
import { keepWatch } from './watch.ts';

/**
 * How often a worker looks by itself. Behind the notifications: what they miss (a deferral come due, saved-up pace, a worker's death)
 * is found within `pollMs`. How lanes do is judged every `judgeMs`.
 */
const ROUNDS = { pollMs: 250, judgeMs: 1_000 };
/** A lane below its ceiling gets its messages as its pace allows them, not in lumps. */
const PACED_MS = 25;
/** Outcomes written down in one transaction. */
const TOGETHER = 100;
const ROLL_UPS_MS = 5_000;
/**
 * What is waited for while the database is away. Texts: shorter than a lease. A receipt: shorter than a carrier waits for our word.
 * An outcome: as long as it may take, since what is not written down goes out twice.
 */
const OUTAGE_MS = { texts: 5_000, receipts: 8_000, outcomes: 600_000, outcomesAtStop: 5_000 };

type Needs = {
  db: Database;
  secrets: Secrets;
  metrics: Metrics;
  policies: Policies;
  ports: DeliveryPorts;
  routes: Pick<
    Routes,
    'rest' | 'all' | 'originHost' | 'pick' | 'mayCarry' | 'share' | 'left' | 'worked' | 'failed' | 'toProbe'
  >;
  notices: Notices;
  log: Log;
  leaseTimes?: LeaseTimes;
  rounds?: typeof ROUNDS;
};

/** A leased message with its text and the route that takes it; `probe`: to see whether that is in order again. */
type InHand = { message: Claimed; route: Route | undefined; content: Content | 'dead' } & {
  cost: number;
  probe: boolean;
};

/** Runs the queue until `stop`, which lets what is in hand finish and takes nothing new. */
export async function runDispatcher(given: Needs): Promise<{ stop(): Promise<void> }> {
  const { db, log, notices, policies, ports, routes } = given;
  const worker = `w-${randomId(9)}`;
  const policy = makeDeliveryPolicy(policies);
  const { pollMs, judgeMs } = given.rounds ?? ROUNDS;
  const needs = { ...given, policy, worker, judgeMs, routesLeft: routes.left };
  const watch = keepWatch(needs);
  const mind = mindRoutes(needs);
  const throttles = makeThrottles(() => performance.now());
  const leases = keepLeases({ db, worker, log }, given.leaseTimes ?? LEASES);
  const heart = keepBeating({ db, worker, log }, LIFE);
  // A lane that is being read and is woken meanwhile is read once more; one that is full is read when a place is free.
  const reading = new Map<string, { again: boolean }>();
  const full = new Set<string>();
  // As the last poll found them, and what was heard of since: only these are looked at between two polls.
  let waiting = new Set<string>();
  const tasks = new Set<Promise<void>>();
  let stopping = false;
  // What was sent while the database was away is written down before anything is taken: it might be that again.
  let unwritten = false;
  let failing = false;

  const track = (task: Promise<void>, what: string) => {
    tasks.add(task);
    return task
      .catch((fault: unknown) => log.error({ fault: faultOf(fault) }, what))
      .finally(() => tasks.delete(task));
  };
  const record = inBatches<Attempted>(TOGETHER, async (attempted) => {
    await throughOutages(
      () => (stopping ? OUTAGE_MS.outcomesAtStop : OUTAGE_MS.outcomes),
      () =>
        recordOutcomes(
          needs,
          attempted.map((one) => ({ ...one, attempt: leases.attemptOf(one.id) })),
        ),
      () => {
        unwritten = true;
      },
    ).finally(() => {
      unwritten = false;
    });
    watch.hear(attempted);
  });
  const settle = inBatches<Arrived>(TOGETHER, (arrived) =>
    throughOutages(
      () => OUTAGE_MS.receipts,
      () => recordReceiptsOf(needs, arrived),
    ),
  );

  async function send({ message, route, content, cost, probe }: InHand): Promise<void> {
    const mayGo = () =>
      leases.holds(message.id) && (route === undefined || routes.mayCarry(route.name, message.lane));
    const answered = { ...(await handOver(needs, message, route, content, cost, mayGo)), probe };
    const attempted = understand({ routes, throttles }, answered);
    if (route)
      void track(mind.hear(route, answered, attempted), 'what was seen of a route was not written down');
    await record(attempted);
  }

  const take = (one: InHand): void => {
    const { id, lane } = one.message;
    void track(send(one), 'a hand-over failed; its lease will run out').then(() => {
      leases.letGo(id);
      if (full.delete(lane)) pump(lane);
    });
  };

  // A mail domain's messages wait in the lane of its mail exchangers.
  const rollUps = remember(() => rolledUp(db.aside), ROLL_UPS_MS);
  const wake = (lane: string) =>
    void track(
      rollUps.get().then((lanes) => {
        const its = lanes.get(lane) ?? lane;
        waiting.add(its);
        pump(its);
      }),
      'a lane could not be woken',
    );
  const pump = (lane: string) => void track(readLane(lane), 'a lane could not be read; the poll tries again');

  async function readLane(lane: string): Promise<void> {
    const already = reading.get(lane);
    if (already) already.again = true;
    if (stopping || already) return;
    const wish = { again: true };
    reading.set(lane, wish);
    try {
      while (wish.again && !stopping && !unwritten) {
        wish.again = false;
        const { places, ceiling } = await policy.pace(lane);
        // Who has a part of the connections takes that part of the places: more would wait for a connection here.
        const room = Math.ceil(places * routes.share(lane)) - leases.inLane(lane);
        const claimed = room > 0 ? await claim(lane, { room, places, rate: ceiling }) : [];
        if (claimed.length >= room) full.add(lane);
        if (claimed.length > 0)
          void track(takeAll(lane, claimed), 'texts could not be had; the leases will run out');
      }
    } finally {
      reading.delete(lane);
    }
  }

  async function claim(lane: string, draw: { room: number; places: number; rate: number }) {
    const askedAt = performance.now();
    const asked = {
      ...draw,
      worker,
      leaseSeconds: leases.leaseSeconds,
      takeOverUntil: leases.takeOverUntil(),
    };
    return leases.take(lane, await claimMessages(db.read, lane, asked), askedAt);
  }

  async function takeAll(lane: string, claimed: Claimed[]): Promise<void> {
    try {
      for (const one of await withTexts(lane, claimed, await policy.cost(lane))) take(one);
    } catch (fault) {
      for (const { id } of claimed) leases.letGo(id);
      throw fault;
    }
  }

  async function withTexts(lane: string, claimed: Claimed[], cost: number): Promise<InHand[]> {
    const trial = await mind.probe(lane, claimed);
    const routed = claimed.map((message) => {
      const probe = message.id === trial?.id;
      const route = probe ? trial.route : routes.pick(message.lane, message.attempts, message.avoid);
      return { message, cost, probe, route };
    });
    const alive = routed.filter(({ message: { now, expiresAt } }) => now < expiresAt);
    const requests = alive.map(({ message: { contentRef: ref, channel, locale }, route }) => ({
      ...{ ref, channel, locale },
      originHost: route?.originLine ? routes.originHost : null,
    }));
    const texts = await throughOutages(
      () => OUTAGE_MS.texts,
      () => ports.contentsOf(requests),
    );
    const textOf = new Map(alive.map(({ message }, n) => [message.id, texts[n]]));
    return routed.map((one) => ({ ...one, content: textOf.get(one.message.id) ?? 'dead' }));
  }

  async function poll(): Promise<void> {
    try {
      await heart.beat();
      const { lanes, at } = await lanesWaiting(db.read);
      leases.heard(at);
      waiting = new Set(lanes);
      for (const lane of lanes) pump(lane);
      while (!stopping && heart.isFresh() && (await findStuck(needs)).full);
      failing = false;
    } catch (fault) {
      if (!failing)
        log.warn({ fault: faultOf(fault) }, 'the queue cannot be polled; trying again until it can');
      failing = true;
    }
  }

  for (const route of routes.all)
    route.carrier.onReceipt((receipt) => {
      const task = settle({ route: route.name, receipt });
      void track(task, 'a receipt could not be settled');
      return task; // the carrier is told only when it is settled, and sends it again if it is not
    });
  const unlisten = await notices.listen('message_ready', wake);
  let timer = setTimeout(function again() {
    void track(poll(), 'the queue could not be polled').then(() => {
      if (!stopping) timer = setTimeout(again, pollMs);
    });
  }, 0);

  const ticking = setInterval(() => {
    for (const lane of watch.paced()) if (waiting.has(lane)) pump(lane);
  }, PACED_MS);

  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      clearInterval(ticking);
      unlisten();
      while (tasks.size > 0) await Promise.allSettled(tasks);
      await leases.stop();
      await watch.stop();
    },
  };
}
