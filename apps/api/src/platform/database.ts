import { setImmediate as turn } from 'node:timers/promises';
import pg from 'pg';
import { Prisma } from '#generated/prisma/client';
import { ANNOUNCE, type Announcing, makeAnnouncer } from './announcer.ts';
import { modelsOver } from './models.ts';
import { sharing } from './sharing.ts';
import { statementsOver } from './statements.ts';
import { together } from './together.ts';
import { claim, type Done, doAll, sendAlong, transactionOn, type Work, whenDone } from './transaction.ts';

export type Tx = Prisma.TransactionClient;
export type Sql = Prisma.Sql;
export const sql = Prisma.sql;
export const join = Prisma.join;
export const empty = Prisma.empty;
export { claim, sendAlong, together, whenDone };

/** The role the application works as: it may insert into the audit and never change it (migration "house"). */
export const APPLICATION_ROLE = 'sampai_app';

/** People in one transaction that is shared. */
const MOST_SHARING = 16;
/** Whoever shares a transaction does not wait for a lock for long: he is done by himself, and the others go on. */
const PATIENCE_MS = 20;

const SAID = Symbol('said');
type Saying = { [SAID](act: () => void): void };
/** Does `act` once the answer is final, be it committed or undone: what is done twice counts once. For figures of refusals. */
export const whenSaid = (tx: Tx, act: () => void): void => (tx as unknown as Saying)[SAID](act);

/** Thrown inside a transaction to roll it back and answer `outcome`: a refusal after something was already written. */
export class Undo<T> extends Error {
  readonly outcome: T;
  constructor(outcome: T) {
    super('rolled back on purpose');
    this.outcome = outcome;
  }
}

export type Database = ReturnType<typeof openDatabase>;

/**
 * Opens a pool of at most `connections`, and one beside it. Connections are made when first needed; `close` ends them.
 * Statements go to `pg` as they stand, prepared; only Prisma's models go through Prisma, over the same connections.
 */
export function openDatabase(url: string, connections = 16) {
  const pool = openPool(url, connections);
  const aside = openPool(url, 1);
  const models = modelsOver(pool);
  const announcer = makeAnnouncer(aside);
  const shared = sharing(MOST_SHARING, async (take, isShared) => {
    const connection = await pool.connect();
    // Whoever was heard in the same turn of the loop goes along.
    if (isShared) await turn();
    const works = take();
    if (works.length > 0)
      return transactionOn(
        ...([connection, models, announcer.add, works] as const),
        isShared ? { patienceMs: PATIENCE_MS, byKeys: true } : {},
      );
    connection.release();
    return [];
  });
  const runIn =
    (manner: { byKeys?: boolean }) =>
    async (work: Work): Promise<Done> => {
      const [done] = await transactionOn(await pool.connect(), models, announcer.add, [work], manner);
      return done as Done;
    };
  const inOne =
    (manner: { byKeys?: boolean }) =>
    async <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      (await outcomeOf(runIn(manner), { work, look: async () => {} })).outcome;
  /** What a work and its look gave; an undone one has nothing to look at. */
  const outcomeOf = async <T, S>(
    run: (work: Work) => Promise<Done>,
    one: Work<T, S>,
  ): Promise<{ outcome: T; seen?: S }> => {
    let said: (() => void)[] = [];
    const work = (tx: Tx) => {
      said = [];
      const saying: Saying = { [SAID]: (act) => void said.push(act) };
      return one.work(Object.assign(tx, saying));
    };
    try {
      const { outcome, seen } = (await run({ ...one, work } as Work)) as Done<T, S>;
      doAll(said);
      if (seen.status === 'rejected') throw seen.reason;
      return { outcome, seen: seen.value };
    } catch (fault) {
      if (!(fault instanceof Undo)) throw fault;
      doAll(said);
      return { outcome: fault.outcome as T };
    }
  };
  const { flush: _, asker: __, ...statements } = statementsOver(() => pool);
  const atOnce: Announcing = { [ANNOUNCE]: (news) => announcer.add([news]) };
  return {
    /** For reads outside a transaction. */
    read: Object.assign(Object.create(models.client), statements, atOnce) as Tx,
    /**
     * For what processes remember (policy, lanes): a connection of its own, since transactions that wait for it may hold
     * every other one.
     */
    aside: statementsOver(() => aside) as unknown as Tx,
    /** One transaction, READ COMMITTED: whoever decides on a row locks it first. Rolled back when `work` throws. */
    inTransaction: inOne({}),
    /** The same for statements that touch a few rows by their keys, whatever plans were made for them while their tables were small. */
    byKeys: inOne({ byKeys: true }),
    /**
     * The same for what many do at once: works of several people may share the transaction, and what `look` reads once it is committed
     * travels with COMMIT. Every lock is claimed as well (`claim`); a work may be done twice, the first time for nothing. `look` is
     * not asked where it was undone.
     */
    inSharedTransaction: <T, S>(
      work: (tx: Tx) => Promise<T>,
      look: (read: Tx, outcome: T) => Promise<S>,
    ): Promise<{ outcome: T; seen?: S }> => outcomeOf(shared, { work, look }),
    close: async () => {
      await models.close();
      await announcer.quiet();
      await Promise.all([pool.end(), aside.end()]);
    },
  };
}

function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    // A transaction that does not come to its end is ended by the server, and its connection with it.
    options: `-c role=${APPLICATION_ROLE} -c transaction_timeout=15s`,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    pipeline: true,
  });
  // A connection that breaks fails the statements on it; that it broke is no news of its own.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** The time by which every deadline is judged (SQL function app_now()). */
export async function appNow(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT app_now() AS now`;
  if (!row) throw new Error('app_now() gave no row');
  return row.now;
}
