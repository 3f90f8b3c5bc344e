import pg from 'pg';
import { Prisma } from '#generated/prisma/client';
import { makeTurn } from './together.ts';

type Given = TemplateStringsArray | Prisma.Sql;
/** What sends a statement: a pool, or the one connection of a transaction. */
export type Sender = { query(statement: pg.QueryConfig): Promise<pg.QueryResult> };

/** Statements are prepared once per connection. Texts that are put together may be many: beyond this they go unnamed. */
const MOST_PREPARED = 400;
const names = new Map<string, string>();
const texts = new WeakMap<TemplateStringsArray, string>();

/** `$queryRaw` and `$executeRaw` as Prisma has them, without Prisma in between: the hot path is made of them. */
export function statementsOver(sender: () => Sender) {
  const over = (before: () => void) => {
    const send = async (given: Given, values: unknown[]) => {
      before();
      return sender().query(statementOf(given, values));
    };
    return {
      $queryRaw: (given: Given, ...values: unknown[]) => send(given, values).then(({ rows }) => rows),
      $executeRaw: (given: Given, ...values: unknown[]) =>
        send(given, values).then(({ rowCount }) => rowCount ?? 0),
    };
  };
  const { send, asker } = makeTurn(over(() => {}));
  /** `flush` sends what waits for its turn; a statement that comes behind it stays behind it. */
  return { ...over(send), ...asker(), asker, flush: send };
}

function statementOf(given: Given, values: unknown[]): pg.QueryConfig {
  if (given instanceof Prisma.Sql) return prepared(given.text, given.values);
  if (values.some((value) => value instanceof Prisma.Sql)) {
    const whole = Prisma.sql(given, ...values);
    return prepared(whole.text, whole.values);
  }
  let text = texts.get(given);
  if (text === undefined) {
    text = given.reduce((start, part, index) => `${start}$${index}${part}`);
    texts.set(given, text);
  }
  return prepared(text, values);
}

function prepared(text: string, values: unknown[]): pg.QueryConfig {
  let name = names.get(text);
  if (name === undefined && names.size < MOST_PREPARED) {
    name = `s${names.size}`;
    names.set(text, name);
  }
  return { ...(name ? { name } : {}), text, values: values.map(written), types };
}

/** Moments go in UTC, whatever the zone of this machine; `pg` does the rest. */
const written = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

const { builtins } = pg.types;
const bytesOf = pg.types.getTypeParser(builtins.BYTEA) as (text: string) => Buffer;
const INT8_ARRAY = 1016;
const bigints = pg.types.getTypeParser(INT8_ARRAY as never) as (text: string) => (string | null)[];

/** Values as Prisma gives them: whole 64 bits, days as midnight in UTC, bytes without Node's clothes. */
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.INT8]: BigInt,
  [INT8_ARRAY]: (text) => bigints(text).map((one) => (one === null ? null : BigInt(one))),
  [builtins.BYTEA]: (text) => new Uint8Array(bytesOf(text)),
  [builtins.DATE]: (text) => new Date(`${text}T00:00:00Z`),
  [builtins.NUMERIC]: (text) => new Prisma.Decimal(text),
};
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) ||
    pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};
