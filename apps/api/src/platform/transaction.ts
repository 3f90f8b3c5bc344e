import type { Duplex } from 'node:stream';
import type pg from 'pg';
import { ANNOUNCE, type Announcing, type News } from './announcer.ts';
import type { Tx } from './database.ts';
import type { Entered, modelsOver } from './models.ts';
import { statementsOver } from './statements.ts';

type Models = ReturnType<typeof modelsOver>;

const ALONG = Symbol('along');
const CLAIM = Symbol('claim');
const WHEN_DONE = Symbol('when done');
type Own = Announcing & {
  [ALONG](sent: Promise<unknown>): void;
  [CLAIM](what: string): void;
  [WHEN_DONE](act: () => void): void;
};

/**
 * Lets a statement of a transaction that nobody waits for travel with what comes next, at the latest with COMMIT: one round
 * trip less. Where it fails, the transaction fails with it. `sent` must have sent all it has to send.
 */
export const sendAlong = (tx: Tx, sent: Promise<unknown>): void => (tx as unknown as Own)[ALONG](sent);

/**
 * Goes with each lock that is to keep two works apart: a lock of the database keeps transactions apart, and not works that share one.
 * Throws where another work has claimed the same; both are then done by themselves.
 */
export const claim = (tx: Tx, what: string): void => (tx as unknown as Own)[CLAIM](what);

/** Does `act` once the transaction is committed, and never where it is not: for figures and cookies, which cannot be rolled back. */
export const whenDone = (tx: Tx, act: () => void): void => (tx as unknown as Own)[WHEN_DONE](act);

/** What goes wrong here does not undo what is committed, nor keeps anybody from his answer. */
export function doAll(acts: (() => void)[]): void {
  for (const act of acts) {
    try {
      act();
    } catch {} // it has happened all the same
  }
}

/**
 * For statements that touch a few rows by their keys. A plan outlives the statistics it was made by: made while a table was small,
 * it would read the table from end to end until somebody analyzes it.
 */
const ROW_BY_ROW = ['seqscan', 'hashjoin', 'mergejoin']
  .map((way) => `SET LOCAL enable_${way} = off`)
  .join('; ');

/** What is done in a transaction, and what is read after it. */
export type Work<T = unknown, S = unknown> = {
  work(tx: Tx): Promise<T>;
  look(read: Tx, outcome: T): Promise<S>;
};
export type Done<T = unknown, S = unknown> = { outcome: T; seen: PromiseSettledResult<S> };

/**
 * Runs works in one transaction on a connection of its own, and gives the connection back: all of them are done, or none. BEGIN
 * travels with the first statement; Prisma's models join a single work when one is first used. What a work's `look` reads afterwards
 * travels with COMMIT.
 * @param manner `patienceMs`: how long a statement waits for a lock before it fails, else until the transaction's time is over;
 * `byKeys`: its statements touch a few rows by their keys
 */
export async function transactionOn(
  connection: pg.PoolClient,
  models: Models,
  tell: (news: News[]) => void,
  works: Work[],
  { patienceMs, byKeys }: { patienceMs?: number; byKeys?: boolean } = {},
): Promise<Done[]> {
  let entered: Promise<Entered> | undefined;
  let over = false;
  const news: News[] = [];
  const along: Promise<unknown>[] = [];
  const whenDone: (() => void)[] = [];
  const claims = new Map<string, Work>();
  const packed = corked(connection);
  const sender = () => {
    if (over) throw new Error('the transaction is over');
    packed();
    return connection;
  };
  const enter = () => {
    if (works.length > 1) throw new Error('models take no part in a transaction that several works share');
    entered ??= models.enter(sender());
    return entered;
  };
  const leave = async () => {
    over = true;
    await (await entered)?.leave();
  };
  const ownOf = (work: Work): Own => ({
    [ANNOUNCE]: (one) => news.push(one),
    [ALONG]: (sent) => {
      sent.catch(() => {}); // told by `commit`
      along.push(sent);
    },
    [CLAIM]: (what) => {
      if ((claims.get(what) ?? work) !== work)
        throw new Error('another work of the transaction has claimed it');
      claims.set(what, work);
    },
    [WHEN_DONE]: (act) => whenDone.push(act),
  });
  const { flush, asker, ...statements } = statementsOver(sender);

  const commit = async (outcomes: unknown[]) => {
    packed();
    const committed = connection.query('COMMIT');
    const {
      flush: _,
      asker: __,
      ...after
    } = statementsOver(() => {
      packed();
      return connection;
    });
    const looks = works.map(async ({ look }, n) => look(after as unknown as Tx, outcomes[n]));
    const looked = Promise.allSettled(looks);
    const [carried, [ended]] = await Promise.all([
      Promise.allSettled(along),
      Promise.allSettled([committed]),
    ]);
    const seen = await looked;
    if (ended.status === 'rejected' || ended.value.command !== 'COMMIT') {
      const failed = carried.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
      throw ended.status === 'rejected'
        ? ended.reason
        : new Error('a statement failed, and the transaction with it');
    }
    // From here on it has happened: nothing may pass for undone any more.
    tell(news);
    doAll(whenDone);
    return outcomes.map((outcome, n) => ({ outcome, seen: seen[n] as Done['seen'] }));
  };

  packed();
  const begun = connection.query(
    [
      'BEGIN',
      ...(patienceMs === undefined ? [] : [`SET LOCAL lock_timeout = ${patienceMs}`]),
      ...(byKeys ? [ROW_BY_ROW] : []),
    ].join('; '),
  );
  begun.catch(() => {}); // told by the first statement, or below
  try {
    const worked = await Promise.allSettled(
      works.map((one) => one.work(txOf({ ...statements, ...asker(), ...ownOf(one) }, enter))),
    );
    flush();
    const failed = worked.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    await begun;
    await leave();
    const outcomes = worked.map((one) => (one as PromiseFulfilledResult<unknown>).value);
    const done = await commit(outcomes);
    connection.release();
    return done;
  } catch (fault) {
    await leave().catch(() => {});
    await connection.query('ROLLBACK').then(
      () => connection.release(),
      () => connection.release(true),
    );
    throw fault;
  }
}

/**
 * Statements that are given without waiting for one another travel in one packet, in their order: a round trip, not several.
 * The server carries them out one by one, each seeing what those before it did.
 */
function corked(connection: pg.PoolClient): () => void {
  const { stream } = (connection as unknown as { connection: { stream: Duplex } }).connection;
  let held = false;
  return () => {
    if (held) return;
    held = true;
    stream.cork();
    process.nextTick(() => {
      held = false;
      stream.uncork();
    });
  };
}

/** Statements go straight to the connection; any other word is one of Prisma's models. */
function txOf(
  statements: Omit<ReturnType<typeof statementsOver>, 'flush' | 'asker'> & Own,
  enter: () => Promise<Entered>,
): Tx {
  const modelNamed = (model: string) =>
    new Proxy(
      {},
      {
        get: (_, action: string) => async (argument: unknown) => {
          const { models } = await enter();
          const all = models as unknown as Record<string, Record<string, (argument: unknown) => unknown>>;
          return all[model]?.[action]?.(argument);
        },
      },
    );
  return new Proxy(statements, {
    get: (known, word) => {
      if (word in known) return known[word as keyof typeof known];
      return typeof word === 'string' && /^[a-z]\w*$/.test(word) && word !== 'then'
        ? modelNamed(word)
        : undefined;
    },
  }) as unknown as Tx;
}
