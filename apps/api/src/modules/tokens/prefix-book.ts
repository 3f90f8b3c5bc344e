import type { Delivery } from '#modules/delivery';
import type { Tx } from '#platform/database';

const REMEMBERED_MS = 1_000;
const MOST = 1_000;

type Use = Awaited<ReturnType<Delivery['smsToBlock']>>;
export type PrefixBook = ReturnType<typeof openPrefixBook>;

/**
 * What was sent to number blocks, remembered for a second: counting up to a budget of thousands takes milliseconds, and a
 * budget by the hour does not turn on what came within the last second.
 */
export function openPrefixBook(count: Delivery['smsToBlock']) {
  const known = new Map<string, { use: Use; at: number }>();
  return async (tx: Tx, prefix: string, budget: number): Promise<Use> => {
    const key = `${prefix} ${budget}`;
    const found = known.get(key);
    if (found && performance.now() - found.at < REMEMBERED_MS) return found.use;
    const use = await count(tx, prefix, budget);
    if (known.size >= MOST) known.clear();
    known.set(key, { use, at: performance.now() });
    return use;
  };
}
