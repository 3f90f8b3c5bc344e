import type { Notices } from './notices.ts';
import { throughOutages } from './outage.ts';

export type Topics = Awaited<ReturnType<typeof openTopics>>;

/** So long a page that is open waits for the database before it is told. */
const OUTAGE_MS = 15_000;

/** News by id over one notification channel. */
export async function openTopics(notices: Notices, channel: string) {
  const waiting = new Map<string, Set<() => void>>();
  const wake = (id: string) => {
    for (const hear of waiting.get(id) ?? []) hear();
  };
  await notices.listen(channel, wake);
  notices.onGap(() => {
    for (const id of waiting.keys()) wake(id);
  });

  /** Calls `hear` at each piece of news of `id`, and every `tickMs`. Returns the way to stop. */
  function follow(id: string, tickMs: number, hear: () => void): () => void {
    const set = waiting.get(id) ?? new Set();
    waiting.set(id, set.add(hear));
    const timer = setInterval(hear, tickMs);
    return () => {
      clearInterval(timer);
      set.delete(hear);
      if (set.size === 0 && waiting.get(id) === set) waiting.delete(id);
    };
  }

  return {
    /** How many ids are being watched. */
    watched: (): number => waiting.size,
    /**
     * Gives what `look` sees now and, after news of `id` or every `tickMs` (lateness comes with time, without an event),
     * what it sees then, where `shape` of it has changed. Ends after null. Written by hand, since a generator that waits
     * does not hear its consumer leave.
     */
    watch<T>(
      id: string,
      tickMs: number,
      look: () => Promise<T | null>,
      shape: (seen: T) => string,
    ): AsyncIterableIterator<T | null> {
      const END = { done: true, value: undefined } as const;
      let news = true;
      let told: string | null | undefined;
      let ended = false;
      let wakeUp = () => {};
      const unfollow = follow(id, tickMs, () => {
        news = true;
        wakeUp();
      });
      const end = () => {
        ended = true;
        unfollow();
        wakeUp();
      };

      async function next(): Promise<IteratorResult<T | null>> {
        while (!ended) {
          if (!news)
            await new Promise<void>((resume) => {
              wakeUp = resume;
            });
          if (ended) break;
          news = false;
          const seen = await throughOutages(() => (ended ? 0 : OUTAGE_MS), look);
          const shown = seen === null ? null : shape(seen);
          if (ended) break;
          if (shown === told) continue;
          told = shown;
          if (seen === null) end();
          return { done: false, value: seen };
        }
        return END;
      }

      return {
        [Symbol.asyncIterator]() {
          return this;
        },
        next: () =>
          next().catch((fault: unknown) => {
            end();
            throw fault;
          }),
        async return() {
          end();
          return END;
        },
      };
    },
  };
}
