import { isOutage } from './outage.ts';
import type { Done, Work } from './transaction.ts';

/** SQLSTATE lock_not_available; and what statements behind the one that met it fail with, whichever is heard first. */
const LOCKED = /^(55P03|25P02|26000)$/;

/** Nobody waits behind a transaction that takes longer, in ms: the next one begins beside it. */
const SLOW_MS = 100;

/**
 * Lets works share transactions, one after another: what comes while one is under way goes together in the next. A quiet house is as
 * quick as one by one; a busy one shares the round trips, the statements and the wait for the disk. Where one of them
 * fails, for whatever reason, nothing of it has happened, and each is done by itself; so is what would have to wait for a lock, and
 * nobody waits with it.
 * @param most works in one transaction
 * @param run does them all, or none
 */
export function sharing(
  most: number,
  run: (take: () => Work[], isShared: boolean) => Promise<Done[]>,
): (work: Work) => Promise<Done> {
  type Waiting = { work: Work; done: (done: Done) => void; failed: (fault: unknown) => void };
  let waiting: Waiting[] = [];
  let busy = false;

  async function alone({ work, done, failed }: Waiting): Promise<void> {
    await run(() => [work], false).then(([one]) => done(one as Done), failed);
  }

  /** The first `most` that wait once there is a connection for them. */
  async function share(): Promise<void> {
    let taken: Waiting[] = [];
    const before = new Set(waiting);
    const take = () => {
      taken = waiting.slice(0, most);
      waiting = waiting.slice(most);
      return taken.map(({ work }) => work);
    };
    try {
      const all = await run(take, true);
      taken.forEach(({ done }, n) => {
        done(all[n] as Done);
      });
    } catch (fault) {
      if (taken.length === 0) {
        taken = waiting.filter((one) => before.has(one));
        waiting = waiting.filter((one) => !before.has(one));
      }
      const final = isOutage(fault) || (taken.length === 1 && !isLocked(fault));
      for (const one of taken)
        if (final) one.failed(fault);
        else void alone(one);
    }
  }

  async function goOn(): Promise<void> {
    if (busy || waiting.length === 0) return;
    busy = true;
    let behind = true;
    const letNext = () => {
      if (behind) busy = false;
      behind = false;
      void goOn();
    };
    const slow = setTimeout(letNext, SLOW_MS);
    await share();
    clearTimeout(slow);
    letNext();
  }

  return (work) =>
    new Promise((done, failed) => {
      waiting.push({ work, done, failed });
      void goOn();
    });
}

const isLocked = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && LOCKED.test(String(fault.code));
