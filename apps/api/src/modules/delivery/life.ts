import type { Database } from '#platform/database';
import type { Log } from '#platform/log';
import type { Metrics } from '#platform/metrics';
import { remember } from '#platform/remember';
import { type Contact, hearAgain } from './rules/judge-contact.ts';
import { judgeLife, type Life, type LifeTimes } from './rules/judge-life.ts';
import { beat, lifeSigns, renewPatience } from './store/heartbeats.ts';

const REFRESH_MS = 1_000;
const BEAT_MS = 2_000;
/** Who has not beaten for so long stood still, or was cut off, and must look again before it says that anything else is late. */
const FRESH_MS = 5_000;

/** Whether anybody of ours sends, for a process that serves people: as of the last second, told in metrics and once in the log. */
export function watchLife(
  { db, log, metrics }: { db: Database; log: Log; metrics: Metrics },
  times: LifeTimes,
) {
  let contact: Contact | null = null;
  let stoodStill = false;
  const life = remember(async (): Promise<Life> => {
    const signs = await lifeSigns(db.aside, times.silentMs);
    contact = hearAgain(contact, signs.now.getTime(), times.gapMs);
    const judged = judgeLife(signs, contact, times);
    metrics.workers.set(judged.workers);
    if (judged.judgedAgo !== null) metrics.judgedAgo.set(judged.judgedAgo);
    const { standsStillFor } = judged;
    if (standsStillFor !== null && !stoodStill)
      log.error({ standsStillFor }, 'no worker is alive: codes wait until one is');
    if (standsStillFor === null && stoodStill) log.warn('a worker is alive again: what waited goes out');
    stoodStill = standsStillFor !== null;
    return judged;
  }, REFRESH_MS);
  return life.get;
}

/** A worker's signs of life, given by the very loop that does its work. */
export function keepBeating(
  { db, worker, log }: { db: Database; worker: string; log: Log },
  { silentMs }: LifeTimes,
) {
  let beatAt = Number.NEGATIVE_INFINITY;
  return {
    /** Beats when it is time. The first to come after a silence of everybody lets what waited begin anew. */
    async beat(): Promise<void> {
      const now = performance.now();
      if (now - beatAt < BEAT_MS) return;
      const renewed = await db.inTransaction(async (tx) => {
        const { wasSilent } = await beat(tx, worker, silentMs);
        return wasSilent ? renewPatience(tx) : 0;
      });
      if (renewed > 0)
        log.warn({ messages: renewed }, 'nobody had sent anything for a while: what waited begins anew');
      beatAt = now;
    },
    isFresh: (): boolean => performance.now() - beatAt < FRESH_MS,
  };
}
