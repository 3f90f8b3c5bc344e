import type { Database } from '#platform/database';
import type { Log } from '#platform/log';
import type { Metrics } from '#platform/metrics';
import type { Notices } from '#platform/notices';
import { randomId } from '#platform/random';
import type { Secrets } from '#platform/secrets';
import type { DeliveryPorts } from './ports.ts';
import type { Routes } from './routes.ts';
import { type Claimed, claimMessages, lanesDue } from './store/queue.ts';
import { handOver } from './use-cases/hand-over.ts';
import { settleReceipt } from './use-cases/settle-receipt.ts';

/** Messages of one lane that one worker has in hand at a time: a slow lane fills its own places and no other's. */
const IN_HAND_PER_LANE = 20;
/** Behind the notifications: what they miss (a deferral come due, a worker's death) is found within this time. */
const POLL_MS = 250;

type Needs = {
  db: Database;
  secrets: Secrets;
  metrics: Metrics;
  ports: DeliveryPorts;
  routes: Routes;
  notices: Notices;
  log: Log;
};

/** Runs the queue until `stop`, which lets what is in hand finish (at most its lease) and takes nothing new. */
export async function runDispatcher(needs: Needs): Promise<{ stop(): Promise<void> }> {
  const { db, log, notices, routes } = needs;
  const worker = `w-${randomId(9)}`;
  const inHand = new Map<string, number>();
  // A lane that is being read and is woken meanwhile is read once more; one that is full is read when a place is free.
  const reading = new Map<string, { again: boolean }>();
  const full = new Set<string>();
  const tasks = new Set<Promise<void>>();
  let stopping = false;

  const track = (task: Promise<void>) => {
    tasks.add(task);
    return task
      .catch((fault: unknown) =>
        log.error({ fault: faultOf(fault) }, 'a hand-over failed; its lease will run out'),
      )
      .finally(() => tasks.delete(task));
  };

  const take = (message: Claimed): void => {
    const { lane } = message;
    inHand.set(lane, (inHand.get(lane) ?? 0) + 1);
    void track(handOver({ ...needs, worker }, message)).then(() => {
      inHand.set(lane, (inHand.get(lane) ?? 1) - 1);
      if (full.delete(lane)) pump(lane);
    });
  };

  const pump = (lane: string) => void track(readLane(lane));

  async function readLane(lane: string): Promise<void> {
    const already = reading.get(lane);
    if (already) already.again = true;
    if (stopping || already) return;
    const wish = { again: true };
    reading.set(lane, wish);
    try {
      while (wish.again && !stopping) {
        wish.again = false;
        const room = IN_HAND_PER_LANE - (inHand.get(lane) ?? 0);
        const claimed = room > 0 ? await claimMessages(db.read, lane, room, worker) : [];
        for (const message of claimed) take(message);
        if (claimed.length >= room) full.add(lane);
      }
    } catch (fault) {
      log.error({ fault: faultOf(fault) }, 'a lane could not be read; the poll tries again');
    } finally {
      reading.delete(lane);
    }
  }

  async function poll(): Promise<void> {
    try {
      for (const lane of await lanesDue(db.read)) pump(lane);
    } catch (fault) {
      log.warn({ fault: faultOf(fault) }, 'the queue could not be polled');
    }
  }

  for (const route of routes.all)
    route.carrier.onReceipt((receipt) => {
      const task = settleReceipt(needs, { route: route.name, receipt });
      void track(task);
      return task; // the carrier is told only when it is settled, and sends it again if it is not
    });
  const unlisten = await notices.listen('message_ready', (lane) => pump(lane));
  let timer = setTimeout(function again() {
    void poll().then(() => {
      if (!stopping) timer = setTimeout(again, POLL_MS);
    });
  }, 0);

  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      unlisten();
      while (tasks.size > 0) await Promise.allSettled(tasks);
    },
  };
}

/** A fault's kind, without its message: messages of drivers may quote values. */
const faultOf = (fault: unknown): string =>
  fault instanceof Error ? `${fault.name}${'code' in fault ? ` ${String(fault.code)}` : ''}` : 'unknown';
