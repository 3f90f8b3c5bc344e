/**
 * The post office's own time. It runs with the wall clock until somebody moves it, so that a test which moves
 * the product's clock can move the carriers' clock along: an SMSC judges `validity_period` by its own time.
 */
export type PostOfficeClock = {
  now(): Date;
  /**
   * Moves the clock to `at` (now, when left out) and lets it run `rate` times as fast as the wall clock. What is still to
   * run keeps its distance in seconds of this clock: a delay ordered before a jump is not cut short by it.
   */
  set(to: { at?: Date; rate?: number }): void;
  /** Runs `job` after so many seconds of this clock. Returns a function that calls it off. */
  after(seconds: number, job: () => void): () => void;
  /** How many are still to run. */
  pending(): number;
  /** Calls off everything that is still to run. */
  stop(): void;
};

type Waiting = { timer: NodeJS.Timeout; armedAt: number; seconds: number; run: () => void };

export function makeClock(): PostOfficeClock {
  let wallStart = Date.now();
  let ownStart = wallStart;
  let rate = 1;
  const waiting = new Set<Waiting>();
  const now = () => ownStart + (Date.now() - wallStart) * rate;
  const arm = (run: () => void, seconds: number) => setTimeout(run, (seconds * 1000) / rate);
  return {
    now: () => new Date(now()),
    set(to) {
      const before = rate;
      const wall = Date.now();
      ownStart = to.at?.getTime() ?? now();
      wallStart = wall;
      rate = to.rate ?? rate;
      if (rate === before) return;
      for (const one of waiting) {
        clearTimeout(one.timer);
        one.seconds = Math.max(0, one.seconds - ((wall - one.armedAt) / 1000) * before);
        one.armedAt = wall;
        one.timer = arm(one.run, one.seconds);
      }
    },
    after(seconds, job) {
      const run = () => {
        waiting.delete(one);
        job();
      };
      const one: Waiting = { timer: arm(run, seconds), armedAt: Date.now(), seconds, run };
      waiting.add(one);
      return () => {
        clearTimeout(one.timer);
        waiting.delete(one);
      };
    },
    pending: () => waiting.size,
    stop() {
      for (const { timer } of waiting) clearTimeout(timer);
      waiting.clear();
    },
  };
}
