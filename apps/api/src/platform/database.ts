import pg from 'pg';
import { Prisma } from '#generated/prisma/client';
import { ANNOUNCE, type Announcing, makeAnnouncer } from './announcer.ts';
import { modelsOver } from './models.ts';
import { statementsOver } from './statements.ts';
import { sendAlong, transactionOn } from './transaction.ts';

export type Tx = Prisma.TransactionClient;
export type Sql = Prisma.Sql;
export const sql = Prisma.sql;
export const join = Prisma.join;
export const empty = Prisma.empty;
export { sendAlong };

/** The role the application works as: it may insert into the audit and never change it (migration "house"). */
export const APPLICATION_ROLE = 'sampai_app';

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
  const run = async <T, S>(work: (tx: Tx) => Promise<T>, look: (read: Tx, outcome: T) => Promise<S>) =>
    transactionOn(await pool.connect(), models, announcer.add, work, look);
  const atOnce: Announcing = { [ANNOUNCE]: (news) => announcer.add([news]) };
  return {
    /** For reads outside a transaction. */
    read: Object.assign(
      Object.create(models.client),
      statementsOver(() => pool),
      atOnce,
    ) as Tx,
    /**
     * For what processes remember (policy, lanes): a connection of its own, since transactions that wait for it may hold
     * every other one.
     */
    aside: statementsOver(() => aside) as unknown as Tx,
    /** One transaction, READ COMMITTED: whoever decides on a row locks it first. Rolled back when `work` throws. */
    inTransaction: async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
      try {
        return (await run(work, async () => {})).outcome;
      } catch (fault) {
        if (fault instanceof Undo) return fault.outcome as T;
        throw fault;
      }
    },
    /**
     * The same, and what `look` reads once it is committed, which travels with COMMIT: for a mutation that shows what it did.
     * `look` is not asked where the transaction was undone.
     */
    inTransactionThen: async <T, S>(
      work: (tx: Tx) => Promise<T>,
      look: (read: Tx, outcome: T) => Promise<S>,
    ): Promise<{ outcome: T; seen?: S }> => {
      try {
        return await run(work, look);
      } catch (fault) {
        if (fault instanceof Undo) return { outcome: fault.outcome as T };
        throw fault;
      }
    },
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
