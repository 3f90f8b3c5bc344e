import type { Database } from '#platform/database';
import { faultOf, type Log } from '#platform/log';
import { type Contact, hearAgain, takeOverUntil } from './rules/judge-contact.ts';
import { type Claimed, renewLeases } from './store/queue.ts';

/**
 * How long a worker may be silent before others take over what it has in hand; how often it renews what it has had for longer
 * than `freshMs`. Nobody takes over before the database was heard of for `graceMs`, without a gap that is nearly as long as what
 * a lease outlives its last renewal by.
 */
export const LEASES = { leaseMs: 10_000, renewMs: 3_000, freshMs: 2_000, gapMs: 4_000, graceMs: 6_000 };
export type LeaseTimes = typeof LEASES;

/** A carrier settles within 120 s: what is in hand for longer is stuck here, and nobody goes on vouching for it. */
const LONGEST_MS = 150_000;

type Held = { lane: string; attempt: number; since: number; until: number };
type Needs = { db: Database; worker: string; log: Log };

/** What this worker has in hand, by message, and its leases, renewed while it lives. Times by this process' clock. */
export function keepLeases({ db, worker, log }: Needs, times: LeaseTimes) {
  const { leaseMs, renewMs, freshMs, gapMs } = times;
  const held = new Map<string, Held>();
  const inLane = new Map<string, number>();
  let contact: Contact | null = null;
  let renewing: Promise<void> | undefined;

  const count = (lane: string, more: number) => inLane.set(lane, (inLane.get(lane) ?? 0) + more);

  async function renew(): Promise<void> {
    const now = performance.now();
    const due = [...held].filter(
      ([, { since, until }]) => now - since < LONGEST_MS && now > until - leaseMs + freshMs,
    );
    if (due.length === 0) return;
    const renewed = await renewLeases(
      db.aside,
      worker,
      due.map(([id, { attempt }]) => ({ id, attempt })),
      leaseMs / 1000,
    );
    for (const { id, attempt } of renewed) {
      const it = held.get(id);
      if (it?.attempt === attempt) it.until = now + leaseMs;
    }
  }

  const timer = setInterval(() => {
    renewing ??= renew()
      .catch((fault: unknown) => log.warn({ fault: faultOf(fault) }, 'leases could not be renewed'))
      .finally(() => {
        renewing = undefined;
      });
  }, renewMs);

  return {
    leaseSeconds: leaseMs / 1000,
    /** Messages of a lane in hand here. */
    inLane: (lane: string): number => inLane.get(lane) ?? 0,
    /**
     * Takes what was claimed by a statement sent at `askedAt`; gives what is new here. What lapsed while this process stood still,
     * and was claimed by itself again, is on its way already.
     */
    take(lane: string, claimed: Claimed[], askedAt: number): Claimed[] {
      return claimed.filter(({ id, attempts: attempt }) => {
        const known = held.get(id);
        const since = known?.since ?? askedAt;
        held.set(id, { lane: known?.lane ?? lane, attempt, since, until: askedAt + leaseMs });
        if (!known) count(lane, 1);
        return !known;
      });
    },
    letGo(id: string): void {
      const it = held.get(id);
      if (it && held.delete(id)) count(it.lane, -1);
    },
    /** Whether it is certainly still ours: nobody else can have taken it over. */
    holds: (id: string): boolean => performance.now() < (held.get(id)?.until ?? 0),
    /** The number of the claim by which it is in hand: the token without which nothing is written about it. */
    attemptOf: (id: string): number => held.get(id)?.attempt ?? 0,
    /** A word from the database, with its clock. */
    heard(at: Date): void {
      contact = hearAgain(contact, at.getTime(), gapMs);
    },
    takeOverUntil: (): Date | null => takeOverUntil(contact, times),
    async stop(): Promise<void> {
      clearInterval(timer);
      await renewing;
    },
  };
}
