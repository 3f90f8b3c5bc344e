/** In; or no place in all came free in time; or none of the part that one lane may take. */
type Entry = 'inside' | 'full' | 'part-full';

/**
 * At most `places` at a time; the others wait in a row. Who comes for a `lane` shares the places with other lanes: a lane takes half
 * of them at most, and the next free place is for the lane that has the fewest, so that one that is slow delays no other.
 */
export type Window = {
  /** Within so many ms. */
  enter(ms: number, lane?: string): Promise<Entry>;
  /** The lane as it was entered for. */
  leave(lane?: string): void;
  /** From now on at most so many. */
  resize(places: number): void;
  /** Kept once nobody is inside. */
  empty(): Promise<void>;
};

type Waiting = { lane: string | undefined; letIn(): void };

export function makeWindow(begin: number): Window {
  let places = begin;
  const row: Waiting[] = [];
  const atEmpty: (() => void)[] = [];
  let inside = 0;
  const ofLane = new Map<string, number>();

  const has = (lane: string | undefined) => (lane === undefined ? 0 : (ofLane.get(lane) ?? 0));
  const mayHave = (lane: string | undefined) =>
    lane === undefined || has(lane) < Math.max(1, Math.ceil(places / 2));
  const count = (lane: string | undefined, by: number) => {
    inside += by;
    if (lane === undefined) return;
    const left = has(lane) + by;
    if (left > 0) ofLane.set(lane, left);
    else ofLane.delete(lane);
  };
  const next = (): Waiting | undefined => {
    let best: Waiting | undefined;
    for (const one of row)
      if (mayHave(one.lane) && (best === undefined || has(one.lane) < has(best.lane))) best = one;
    return best;
  };
  const letMoreIn = () => {
    while (inside < places) {
      const one = next();
      if (!one) return;
      row.splice(row.indexOf(one), 1);
      count(one.lane, 1);
      one.letIn();
    }
  };

  return {
    enter(ms, lane) {
      if (inside < places && mayHave(lane)) {
        count(lane, 1);
        return Promise.resolve('inside');
      }
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          row.splice(row.indexOf(one), 1);
          resolve(mayHave(lane) ? 'full' : 'part-full');
        }, ms);
        const one: Waiting = {
          lane,
          letIn() {
            clearTimeout(timer);
            resolve('inside');
          },
        };
        row.push(one);
      });
    },
    leave(lane) {
      count(lane, -1);
      letMoreIn();
      if (inside === 0) for (const tell of atEmpty.splice(0)) tell();
    },
    resize(to) {
      places = to;
      letMoreIn();
    },
    empty: () => (inside === 0 ? Promise.resolve() : new Promise((resolve) => atEmpty.push(resolve))),
  };
}
