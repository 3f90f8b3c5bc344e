const SLOW_MS = 1_500;

const inSeconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const seconds = (since: number) => inSeconds(performance.now() - since);

/**
 * How long it took since the command was typed, for a closing line: the bootstrap says when it began and when all was
 * installed (SAMPAI_BEGUN). An installation of a second or more is named apart.
 */
export function elapsed(
  begun = process.env.SAMPAI_BEGUN,
  now = performance.timeOrigin + performance.now(),
): string {
  const [first, installed] = (begun ?? '').split(' ').map(Number);
  if (!first || !installed) return inSeconds(now - performance.timeOrigin);
  const all = inSeconds(now - first);
  return installed - first < 1000 ? all : `${all}, ${inSeconds(installed - first)} of it installing`;
}

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
