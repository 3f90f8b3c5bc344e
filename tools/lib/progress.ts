const SLOW_MS = 1_500;
const started = performance.now();

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Seconds since this process began, for a closing line. */
export const elapsed = () => seconds(started);

/**
 * Runs one step and says so when it is done, with its time; says that it is under way when it takes long. A step that
 * returns `'fresh'` had nothing to do and stays silent. On standard error, which leaves the other to what a command is for.
 */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const since = performance.now();
  const slow = setTimeout(() => console.error(`  … ${title}`), SLOW_MS);
  try {
    const result = await work();
    if (result !== 'fresh') console.error(`  ✓ ${title.padEnd(44)} ${seconds(since)}`);
    return result;
  } catch (error) {
    console.error(`  ✗ ${title}`);
    throw error;
  } finally {
    clearTimeout(slow);
  }
}
