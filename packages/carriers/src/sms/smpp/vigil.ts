export type Vigil = {
  /** Something came over the line. */
  heard(): void;
  /** While an answer is awaited, silence is looked into. */
  during<T>(answer: Promise<T>): Promise<T>;
  /** Asks whether the other side is there, and hangs up where nothing at all comes in time. */
  probe(): Promise<void>;
};

/**
 * Notices a line that is dead though nothing says so: half-open. When an answer is awaited and nothing has come for `quietMs`, the
 * other side is asked; when nothing at all comes for as long again, the line is hung up. Whoever is only slow with an answer
 * still says something: a carrier that answers probes, or anybody else's message, keeps its line.
 */
export function keepVigil(quietMs: number, ask: () => Promise<unknown>, hangUp: () => void): Vigil {
  let awaited = 0;
  let words = 0;
  let quietSince = 0;
  let timer: NodeJS.Timeout | undefined;

  async function probe(): Promise<void> {
    const before = words;
    await ask();
    if (words === before) hangUp();
  }
  function look(): void {
    const silence = performance.now() - quietSince;
    if (silence < quietMs) arm(quietMs - silence);
    else
      void probe().then(() => {
        if (awaited > 0) arm(quietMs);
      });
  }
  function arm(inMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(look, inMs);
  }

  return {
    heard() {
      words += 1;
      quietSince = performance.now();
    },
    async during(answer) {
      awaited += 1;
      if (awaited === 1) {
        quietSince = performance.now();
        arm(quietMs);
      }
      try {
        return await answer;
      } finally {
        awaited -= 1;
        if (awaited === 0) clearTimeout(timer);
      }
    },
    probe,
  };
}
