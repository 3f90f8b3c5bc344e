import { isOutage } from './outage.ts';

/**
 * One batch after another: what comes while one is under way goes together in the next, so that a quiet house is as quick as
 * one by one, and a busy one shares its round trips. Where a batch fails, its items are tried each by itself;
 * not where the database is away: none would fare better.
 * @param most items in one batch
 */
export function inBatches<T>(most: number, work: (items: T[]) => Promise<void>): (item: T) => Promise<void> {
  type Waiting = { item: T; done: () => void; failed: (fault: unknown) => void };
  let waiting: Waiting[] = [];
  let running = false;

  async function settle(batch: Waiting[]): Promise<void> {
    try {
      await work(batch.map(({ item }) => item));
      for (const { done } of batch) done();
    } catch (fault) {
      if (batch.length === 1 || isOutage(fault)) for (const { failed } of batch) failed(fault);
      else for (const one of batch) await settle([one]);
    }
  }

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await settle(batch);
    }
    running = false;
  }

  return (item) =>
    new Promise<void>((done, failed) => {
      waiting.push({ item, done, failed });
      if (!running) void run();
    });
}
