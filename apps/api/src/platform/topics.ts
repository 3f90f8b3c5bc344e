import type { Notices } from './notices.ts';

export type Topics = Awaited<ReturnType<typeof openTopics>>;

/** News by id over one notification channel: `changes(id)` yields whenever the id is notified, and every `tickMs`. */
export async function openTopics(notices: Notices, channel: string) {
  const waiting = new Map<string, Set<() => void>>();
  const wake = (id: string) => {
    for (const hear of waiting.get(id) ?? []) hear();
  };
  await notices.listen(channel, wake);
  notices.onGap(() => {
    for (const id of waiting.keys()) wake(id);
  });
  return {
    /** Ends when the consumer returns. Ticks exist because lateness comes with time, without an event. */
    async *changes(id: string, tickMs: number): AsyncGenerator<void> {
      let pending = false;
      let resolve = () => {};
      const hear = () => {
        pending = true;
        resolve();
      };
      const set = waiting.get(id) ?? new Set();
      waiting.set(id, set.add(hear));
      const timer = setInterval(hear, tickMs);
      try {
        for (;;) {
          if (!pending)
            await new Promise<void>((done) => {
              resolve = done;
            });
          pending = false;
          yield;
        }
      } finally {
        clearInterval(timer);
        set.delete(hear);
        if (set.size === 0) waiting.delete(id);
      }
    },
  };
}
