import type { Database } from '#platform/database';
import { faultOf, type Log } from '#platform/log';
import { type Exchanger, laneOfExchangers } from './rules/lane-of-exchangers.ts';
import { domainsDue, moveStragglers, putDomain } from './store/mail-domains.ts';
import { lanesWaiting } from './store/queue.ts';

const EVERY_MS = 1_000;
const AT_ONCE = 50;
/** A domain of which nobody could say anything is asked for again after this time. */
const REST_MS = 60_000;

/** A domain's mail exchangers; none where it has none; null where nobody could say. */
export type ResolveMx = (domain: string) => Promise<Exchanger[] | null>;

type Needs = { db: Database; log: Log; resolveMx: ResolveMx };

/**
 * Keeps the lanes of mail domains by their mail exchangers until `stop`: new domains within a second or two of their first
 * message, which does not wait for it, and all of them once a day. Several workers may ask for the same: they get the same.
 */
export function keepLanesOfDomains({ db, log, resolveMx }: Needs, everyMs = EVERY_MS) {
  const resting = new Map<string, number>();
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  async function lookUp(domain: string): Promise<void> {
    const exchangers = await resolveMx(domain);
    if (exchangers === null) {
      resting.set(domain, performance.now() + REST_MS);
      return;
    }
    await db.inTransaction((tx) => putDomain(tx, domain, laneOfExchangers(domain, exchangers)));
  }

  async function round(): Promise<void> {
    await moveStragglers(db.read, (await lanesWaiting(db.read)).lanes);
    const now = performance.now();
    for (const [domain, until] of resting) if (until <= now) resting.delete(domain);
    const due = await domainsDue(db.read, AT_ONCE, [...resting.keys()]);
    const answers = await Promise.allSettled(due.map(lookUp));
    for (const answer of answers)
      if (answer.status === 'rejected')
        log.warn({ fault: faultOf(answer.reason) }, "a mail domain's lane could not be written down");
  }

  function plan(): void {
    timer = setTimeout(() => {
      running = round()
        .catch((fault) => log.warn({ fault: faultOf(fault) }, 'mail domains could not be looked up'))
        .then(() => {
          if (!stopping) plan();
        });
    }, everyMs);
  }

  plan();
  return {
    async stop(): Promise<void> {
      stopping = true;
      clearTimeout(timer);
      await running;
    },
  };
}
