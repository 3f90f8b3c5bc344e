type Action = () => Promise<void> | void;

/** What has to be taken down again, last first. */
export type Undo = {
  /** Remembers an action; carries it out at once when everything is being taken down already. */
  add(action: Action): void;
  /** Carries out everything remembered, once. A failing action is reported and does not keep the others. */
  run(): Promise<void>;
};

export function makeUndo(): Undo {
  const actions: Action[] = [];
  let running: Promise<void> | undefined;
  const attempt = async (action: Action) => {
    try {
      await action();
    } catch (error) {
      console.error(error);
    }
  };
  const drain = async () => {
    for (let last = actions.pop(); last; last = actions.pop()) await attempt(last);
  };
  return {
    add(action) {
      actions.push(action);
      if (running) running = running.then(drain);
    },
    run() {
      running ??= drain();
      return running;
    },
  };
}
