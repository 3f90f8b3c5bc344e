import type { Line } from './line.ts';

const FIRST_PAUSE_MS = 250;
/** A line that held this long was a good one: the next pause is short again. */
const GOOD_LINE_MS = 5_000;

export type KeptLine = {
  /** The line as soon as it stands; undefined when it does not within so many ms, or will not any more. */
  within(ms: number): Promise<Line | undefined>;
  stands(): boolean;
  /** Why the last attempt failed. */
  trouble(): string | undefined;
  stop(): Promise<void>;
};

/** Keeps a line up: opens it, and again when it falls, with growing pauses. Whoever waits meanwhile keeps waiting. */
export function keepLine(open: () => Promise<Line>, longestPauseMs: number): KeptLine {
  const waiting = new Set<(line: Line | undefined) => void>();
  let line: Line | undefined;
  let trouble: string | undefined;
  let stopped = false;
  let endPause = () => {};

  const serve = (it: Line | undefined) => {
    for (const tell of waiting) tell(it);
    waiting.clear();
  };

  const run = async () => {
    let pause = Math.min(FIRST_PAUSE_MS, longestPauseMs);
    while (!stopped) {
      const began = performance.now();
      try {
        line = await open();
        trouble = undefined;
        if (stopped) break;
        serve(line);
        await line.closed;
      } catch (error) {
        trouble = error instanceof Error ? error.message : String(error);
      }
      line = undefined;
      if (stopped) break;
      if (performance.now() - began > GOOD_LINE_MS) pause = FIRST_PAUSE_MS;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        endPause = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      pause = Math.min(pause * 2, longestPauseMs);
    }
    await line?.close();
  };
  const running = run();

  return {
    within(ms) {
      if (line || stopped) return Promise.resolve(line);
      return new Promise((resolve) => {
        const tell = (it: Line | undefined) => {
          clearTimeout(timer);
          waiting.delete(tell);
          resolve(it);
        };
        const timer = setTimeout(tell, ms, undefined);
        waiting.add(tell);
      });
    },
    stands: () => line !== undefined,
    trouble: () => trouble,
    async stop() {
      stopped = true;
      endPause();
      serve(undefined);
      await line?.close();
      await running;
    },
  };
}
