import type { Run } from '../run/run.ts';
import { waitOf } from './figures.ts';
import { groupsOf } from './groups.ts';

export type Point = [x: number, y: number];
export type Curves = ReturnType<typeof curvesOf>;

const FIRST_S = 1;
const LAST_S = 3_600;
const STEPS = 120;

/** Share of waits that are over after so many seconds, at points that are evenly apart on a logarithmic axis. */
const reached = (waits: number[]): Point[] =>
  Array.from({ length: STEPS + 1 }, (_, i) => {
    const seconds = FIRST_S * (LAST_S / FIRST_S) ** (i / STEPS);
    return [seconds, waits.filter((wait) => wait <= seconds).length / Math.max(1, waits.length)];
  });

/** The curves of one run: shares over the time since asking, and over the time of the day. */
export function curvesOf(run: Run) {
  const { asked, hit, others } = groupsOf(run);
  const minutes = Math.ceil(run.order.scenario.asking.until / 60);
  const minuteOf = (askedAt: number | null) => Math.floor(((askedAt ?? 0) - run.began) / 60_000);
  const soon: Point[] = Array.from({ length: minutes }, (_, minute) => {
    const then = asked.filter(({ askedAt }) => minuteOf(askedAt) === minute);
    return [minute + 0.5, then.filter((one) => waitOf(one) <= 60).length / Math.max(1, then.length)];
  });
  return {
    policy: run.order.policy,
    everybody: reached(asked.map(waitOf)),
    hit: reached(hit.map(waitOf)),
    others: reached(others.map(waitOf)),
    /** Of those who asked in each minute: the share that held a usable code within 60 s. */
    soon,
  };
}
