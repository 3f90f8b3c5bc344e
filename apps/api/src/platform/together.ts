import type { Tx } from './database.ts';

const TURN = Symbol('turn');
type All<K, R> = (tx: Tx, keys: K[]) => Promise<R[]>;
type Waiting = { all: All<never, unknown>; keys: unknown[]; answer: ((rows: Promise<unknown[]>) => void)[] };
export type Turn = { [TURN]: { ask<K, R>(all: All<K, R>, key: K): Promise<R> } };

/**
 * A question that is asked for many as it is for one: what several works of a transaction ask in the same turn travels as one
 * statement. `all` answers in the order of its keys, sends its statements at once, and is asked with one key where nobody else asks.
 */
export const together =
  <K, R>(all: All<K, R>) =>
  (tx: Tx, key: K): Promise<R> =>
    (tx as unknown as Turn)[TURN].ask(all, key);

/**
 * What waits to be asked over `statements`: sent when everybody who could go on has, or somebody sends past it. Whoever asks
 * through one `asker` is asked in the order of it: he joins no question that goes before his last.
 */
export function makeTurn(statements: unknown): { asker(): Turn; send(): void } {
  let waiting: Waiting[] = [];

  function send(): void {
    const asked = waiting;
    waiting = [];
    for (const { all, keys, answer } of asked) {
      const rows = (async () => all(statements as Tx, keys as never[]))();
      for (const one of answer) one(rows);
    }
  }

  function asker(): Turn {
    let last: Waiting | undefined;
    function ask<K, R>(all: All<K, R>, key: K): Promise<R> {
      if (waiting.length === 0) process.nextTick(send);
      const from = last ? waiting.indexOf(last) : 0;
      const known = waiting.find((one, n) => n >= from && one.all === (all as unknown));
      const mine = known ?? { all: all as never, keys: [], answer: [] };
      if (!known) waiting.push(mine);
      last = mine;
      const { keys, answer } = mine;
      const place = keys.push(key) - 1;
      return new Promise((resolve, reject) => {
        answer.push((rows) => rows.then((found) => resolve(found[place] as R), reject));
      });
    }
    return { [TURN]: { ask } };
  }
  return { asker, send };
}
