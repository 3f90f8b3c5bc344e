import { describeFault } from '#graphql/format-error';
import type { Status } from '#modules/status';
import type { Ground } from './ground.ts';

/** How often what comes with time is looked for; one process does it at a time. */
const EVERY_MS = 2_000;

/**
 * Sweeps the status until `stop`, which lets a sweep in progress end. Workers and API alike: whoever is alive says that the others
 * are not.
 */
export function sweepStatus(
  { db, log }: Pick<Ground, 'db' | 'log'>,
  status: Status,
): { stop(): Promise<void> } {
  let stopping = false;
  let failing = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  async function sweep(): Promise<void> {
    try {
      await db.inTransaction(status.sweep);
      failing = false;
    } catch (fault) {
      if (!failing)
        log.warn(describeFault(fault), 'the status could not be swept; trying again until it can');
      failing = true;
    }
    if (!stopping) plan();
  }
  function plan(): void {
    timer = setTimeout(() => {
      running = sweep();
    }, EVERY_MS);
  }

  plan();
  return {
    async stop() {
      stopping = true;
      clearTimeout(timer);
      await running;
    },
  };
}
