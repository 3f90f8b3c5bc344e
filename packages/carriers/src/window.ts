/** At most `places` at a time; the others wait in a row. */
export type Window = {
  /** True when inside; false when no place came free within so many ms. */
  enter(ms: number): Promise<boolean>;
  leave(): void;
  /** Kept once nobody is inside. */
  empty(): Promise<void>;
};

export function makeWindow(places: number): Window {
  const row: ((inside: boolean) => void)[] = [];
  const atEmpty: (() => void)[] = [];
  let inside = 0;
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
      const next = row.shift();
      if (next) return next(true);
      inside -= 1;
      if (inside === 0) for (const tell of atEmpty.splice(0)) tell();
    },
    empty: () => (inside === 0 ? Promise.resolve() : new Promise((resolve) => atEmpty.push(resolve))),
  };
}
