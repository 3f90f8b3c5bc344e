/** At most `places` at a time; the others wait in a row. */
export type Window = {
  /** True when inside; false when no place came free within so many ms. */
  enter(ms: number): Promise<boolean>;
  leave(): void;
  /** From now on at most so many. */
  resize(places: number): void;
  /** Kept once nobody is inside. */
  empty(): Promise<void>;
};

export function makeWindow(begin: number): Window {
  let places = begin;
  const row: ((inside: boolean) => void)[] = [];
  const atEmpty: (() => void)[] = [];
  let inside = 0;
  const letMoreIn = () => {
    while (inside < places && row.length > 0) {
      inside += 1;
      row.shift()?.(true);
    }
  };
  return {
    enter(ms) {
      if (inside < places) {
        inside += 1;
        return Promise.resolve(true);
      }
      return new Promise((resolve) => {
        const letIn = (entered: boolean) => {
          clearTimeout(timer);
          resolve(entered);
        };
        const timer = setTimeout(() => {
          row.splice(row.indexOf(letIn), 1);
          resolve(false);
        }, ms);
        row.push(letIn);
      });
    },
    leave() {
      inside -= 1;
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
