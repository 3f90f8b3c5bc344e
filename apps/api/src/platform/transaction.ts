import type { Duplex } from 'node:stream';
import type pg from 'pg';
import { ANNOUNCE, type Announcing, type News } from './announcer.ts';
import type { Tx } from './database.ts';
import type { Entered, modelsOver } from './models.ts';
import { statementsOver } from './statements.ts';

type Models = ReturnType<typeof modelsOver>;

const ALONG = Symbol('along');
type SendingAlong = { [ALONG](sent: Promise<unknown>): void };

/**
 * Lets a statement of a transaction that nobody waits for travel with what comes next, at the latest with COMMIT: one round
 * trip less. Where it fails, the transaction fails with it. `sent` must have sent all it has to send.
 */
export const sendAlong = (tx: Tx, sent: Promise<unknown>): void =>
  (tx as unknown as SendingAlong)[ALONG](sent);

/**
 * Runs `work` in one transaction on a connection of its own, and gives the connection back. BEGIN travels with the first
 * statement; Prisma's models join when one is first used. What `look` reads afterwards travels with COMMIT.
 */
export async function transactionOn<T, S>(
  connection: pg.PoolClient,
  models: Models,
  tell: (news: News[]) => void,
  work: (tx: Tx) => Promise<T>,
  look: (read: Tx, outcome: T) => Promise<S>,
): Promise<{ outcome: T; seen: S }> {
  let entered: Promise<Entered> | undefined;
  let over = false;
  const news: News[] = [];
  const along: Promise<unknown>[] = [];
  const together = corked(connection);
  const sender = () => {
    if (over) throw new Error('the transaction is over');
    together();
    return connection;
  };
  const enter = () => {
    entered ??= models.enter(sender());
    return entered;
  };
  const leave = async () => {
    over = true;
    await (await entered)?.leave();
  };

  const commit = async (outcome: T) => {
    together();
    const committed = connection.query('COMMIT');
    const after = statementsOver(() => {
      together();
      return connection;
    });
    const looked = Promise.allSettled([committed, look(after as unknown as Tx, outcome)]);
    const carried = await Promise.allSettled(along);
    const [ended, seen] = await looked;
    const failed = carried.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    if (ended.status === 'rejected') throw ended.reason;
    if (ended.value.command !== 'COMMIT') throw new Error('a statement failed, and the transaction with it');
    tell(news);
    return { outcome, seen };
  };

  together();
  const begun = connection.query('BEGIN');
  begun.catch(() => {}); // told by the first statement, or below
  let done: Awaited<ReturnType<typeof commit>>;
  try {
    const own: Announcing & SendingAlong = {
      [ANNOUNCE]: (one) => news.push(one),
      [ALONG]: (sent) => {
        sent.catch(() => {}); // told by `commit`
        along.push(sent);
      },
    };
    const outcome = await work(txOf({ ...statementsOver(sender), ...own }, enter));
    await begun;
    await leave();
    done = await commit(outcome);
    connection.release();
  } catch (fault) {
    await leave().catch(() => {});
    await connection.query('ROLLBACK').then(
      () => connection.release(),
      () => connection.release(true),
    );
    throw fault;
  }
  if (done.seen.status === 'rejected') throw done.seen.reason;
  return { outcome: done.outcome, seen: done.seen.value };
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
  statements: ReturnType<typeof statementsOver> & Announcing & SendingAlong,
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
