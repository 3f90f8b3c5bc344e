/**
 * The post office's own time. It runs with the wall clock until somebody moves it, so that a test which moves
 * the product's clock can move the carriers' clock along: an SMSC judges `validity_period` by its own time.
 */
export type PostOfficeClock = {
  now(): Date;
  /** Moves the clock to `at` (now, when left out) and lets it run `rate` times as fast as the wall clock. */
  set(to: { at?: Date; rate?: number }): void;
  /** Runs `job` after so many seconds of this clock. Returns a function that calls it off. */
  after(seconds: number, job: () => void): () => void;
  /** Calls off everything that is still to run. */
  stop(): void;
};

export function makeClock(): PostOfficeClock {
  let wallStart = Date.now();
  let ownStart = wallStart;
  let rate = 1;
  const timers = new Set<NodeJS.Timeout>();
  const now = () => ownStart + (Date.now() - wallStart) * rate;
  return {
    now: () => new Date(now()),
    set(to) {
      ownStart = to.at?.getTime() ?? now();
      wallStart = Date.now();
      rate = to.rate ?? rate;
    },
    after(seconds, job) {
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          job();
        },
        (seconds * 1000) / rate,
      );
      timers.add(timer);
      return () => {
        clearTimeout(timer);
        timers.delete(timer);
      };
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
