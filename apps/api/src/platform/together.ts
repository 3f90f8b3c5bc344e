import type { Tx } from './database.ts';

const TURN = Symbol('turn');
type All<K, R> = (tx: Tx, keys: K[]) => Promise<R[]>;
type Waiting = { keys: unknown[]; answer: ((rows: Promise<unknown[]>) => void)[] };
export type Turn = { [TURN]: { ask<K, R>(all: All<K, R>, key: K): Promise<R>; send(): void } };

/**
 * A question that is asked for many as it is for one: what several works of a transaction ask in the same turn travels as one
 * statement. `all` answers in the order of its keys, sends its statements at once, and is asked with one key where nobody else asks.
 */
export const together =
  <K, R>(all: All<K, R>) =>
  (tx: Tx, key: K): Promise<R> =>
    (tx as unknown as Turn)[TURN].ask(all, key);

/** What waits to be asked over `statements`: sent when everybody who could go on has, or somebody sends past it. */
export function makeTurn(statements: unknown): Turn & { send(): void } {
  const waiting = new Map<All<never, unknown>, Waiting>();

  function send(): void {
    if (waiting.size === 0) return;
    const asked = [...waiting];
    waiting.clear();
    for (const [all, { keys, answer }] of asked) {
      const rows = all(statements as Tx, keys as never[]);
      for (const one of answer) one(rows);
    }
  }

  function ask<K, R>(all: All<K, R>, key: K): Promise<R> {
    if (waiting.size === 0) process.nextTick(send);
    const known = all as unknown as All<never, unknown>;
    const { keys, answer } = waiting.get(known) ?? { keys: [], answer: [] };
    waiting.set(known, { keys, answer });
    const place = keys.push(key) - 1;
    return new Promise((resolve, reject) => {
      answer.push((rows) => rows.then((found) => resolve(found[place] as R), reject));
    });
  }

  return { [TURN]: { ask, send }, send };
}
