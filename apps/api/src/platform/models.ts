import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { type Prisma, PrismaClient } from '#generated/prisma/client';

type Models = Prisma.TransactionClient;
/** Prisma's models inside a transaction that somebody else began and will end. */
export type Entered = { models: Models; leave(): Promise<void> };

const SECONDS_15 = 15_000;

/** Prisma's models over `pool`. `enter` lets them take part in the transaction that runs on one of its connections. */
export function modelsOver(pool: pg.Pool) {
  const lent = new AsyncLocalStorage<pg.PoolClient>();
  const lending = Object.create(pool, {
    connect: { value: () => Promise.resolve(lent.getStore() ?? pool.connect()) },
    query: { value: pool.query.bind(pool) },
  }) as pg.Pool;
  const client = new PrismaClient({ adapter: new PrismaPg(lending), errorFormat: 'minimal' });

  return {
    client: client as Models,
    enter(connection: pg.PoolClient): Promise<Entered> {
      return new Promise((entered, failed) => {
        const over = Promise.withResolvers<void>();
        const inside = async (models: Models) => {
          const leave = () => {
            over.resolve();
            return ended;
          };
          entered({ models, leave });
          await over.promise;
        };
        const ended: Promise<void> = lent.run(asGuest(connection), () =>
          client.$transaction(inside, { timeout: SECONDS_15 }),
        );
        ended.catch(failed);
      });
    },
    close: () => client.$disconnect(),
  };
}

/** A connection as Prisma may use it: what begins, ends or gives back is the host's affair. */
function asGuest(connection: pg.PoolClient): pg.PoolClient {
  const nothing = { rows: [], fields: [], rowCount: 0 };
  const query = (statement: { text: string }) =>
    /^(BEGIN|COMMIT|ROLLBACK)$/.test(statement.text) ? Promise.resolve(nothing) : connection.query(statement);
  return { query, on() {}, removeListener() {}, release() {} } as unknown as pg.PoolClient;
}
