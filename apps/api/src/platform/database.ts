import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from '#generated/prisma/client';

export type Tx = Prisma.TransactionClient;
export const sql = Prisma.sql;
export const join = Prisma.join;
export const empty = Prisma.empty;

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

/** Opens a pool of at most `connections`, and one beside it. Connections are made when first needed; `close` ends them. */
export function openDatabase(url: string, connections = 16) {
  const client = openClient(url, connections);
  const aside = openClient(url, 1);
  return {
    /** For reads outside a transaction. */
    read: client as Tx,
    /**
     * For what processes remember (policy, lanes): a connection of its own, since transactions that wait for it may hold
     * every other one.
     */
    aside: aside as Tx,
    /** One transaction, READ COMMITTED: whoever decides on a row locks it first. Rolled back when `work` throws. */
    inTransaction: async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
      try {
        return await client.$transaction(work, { maxWait: 5_000, timeout: 15_000 });
      } catch (fault) {
        if (fault instanceof Undo) return fault.outcome as T;
        throw fault;
      }
    },
    close: async () => {
      await Promise.all([client.$disconnect(), aside.$disconnect()]);
    },
  };
}

function openClient(url: string, connections: number): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: url,
    max: connections,
    options: `-c role=${APPLICATION_ROLE}`,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
  });
  return new PrismaClient({ adapter, errorFormat: 'minimal' });
}

/** The time by which every deadline is judged (SQL function app_now()). */
export async function appNow(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT app_now() AS now`;
  if (!row) throw new Error('app_now() gave no row');
  return row.now;
}
