import type { PostOfficeClock } from '@sampai/testkit';

export type Tried = 'done' | 'later';

/** Everything in one row, first in, first out, whoever it is for. */
export type Queue<Job> = {
  put(job: Job): void;
  /** How many wait, without those that a failure has sent away for a while. */
  length(): number;
  /** Takes nothing new, and waits for what is being sent. */
  stop(): Promise<void>;
};

/** `senders` take from the front; what fails for now comes back to the end after `retrySeconds` of the clock. */
export function makeQueue<Job>(
  { senders, retrySeconds, retries }: { senders: number; retrySeconds: number; retries: number },
  clock: Pick<PostOfficeClock, 'after'>,
  send: (job: Job) => Promise<Tried>,
): Queue<Job> {
  let row: { job: Job; tries: number }[] = [];
  let front = 0;
  const busy = new Set<Promise<void>>();
  let stopped = false;

  const next = () => {
    const entry = row[front];
    front += 1;
    if (front > 1_000 && front * 2 > row.length) {
      row = row.slice(front);
      front = 0;
    }
    return entry;
  };

  const serve = () => {
    while (!stopped && busy.size < senders && front < row.length) {
      const entry = next();
      if (!entry) return;
      const sending = attempt(entry).finally(() => {
        busy.delete(sending);
        serve();
      });
      busy.add(sending);
    }
  };

  async function attempt(entry: { job: Job; tries: number }): Promise<void> {
    if ((await send(entry.job)) === 'done' || entry.tries >= retries) return;
    clock.after(retrySeconds, () => {
      row.push({ job: entry.job, tries: entry.tries + 1 });
      serve();
    });
  }

  return {
    put(job) {
      row.push({ job, tries: 0 });
      serve();
    },
    length: () => row.length - front,
    async stop() {
      stopped = true;
      await Promise.all(busy);
    },
  };
}
