import pg from 'pg';

export type Statement = { text: string; values: unknown[] };

type Query = (this: pg.Client, first: unknown, second?: unknown, ...rest: unknown[]) => unknown;

/** What goes to PostgreSQL from this process while `act` runs, in order. */
export async function record(act: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = [];
  const real = pg.Client.prototype.query as Query;
  const listening: Query = function (first, second, ...rest) {
    const { text, values } = (typeof first === 'string' ? { text: first, values: second } : first) as {
      text?: string;
      values?: unknown[];
    };
    // News is sent after the commit, for several transactions at once.
    if (text && !text.includes('pg_notify(channel'))
      // Whoever sends them bare has no other way to go where a lock takes long.
      seen.push({ text: text.replace(/^BEGIN;.*/, 'BEGIN'), values: Array.isArray(values) ? values : [] });
    return real.call(this, first, second, ...rest);
  };
  Object.assign(pg.Client.prototype, { query: listening });
  try {
    await act();
  } finally {
    Object.assign(pg.Client.prototype, { query: real });
  }
  if (seen.length === 0) throw new Error('no statement was seen');
  return seen;
}

/** One person's (or token's) marks, by what they are: texts that stand in values, and bytes that are a whole value. */
export type Marks = { texts: string[]; bytes: Uint8Array[] };

/** A recorded value with somebody else's marks in the place of the recorded one's. */
export function exchanged(value: unknown, from: Marks, to: Marks): unknown {
  if (typeof value === 'string')
    return from.texts.reduce((text, mark, index) => text.replaceAll(mark, to.texts[index] ?? mark), value);
  if (value instanceof Uint8Array) {
    const index = from.bytes.findIndex((mark) => Buffer.compare(mark, value) === 0);
    return Buffer.from(index < 0 ? value : (to.bytes[index] ?? value));
  }
  return Array.isArray(value) ? value.map((one) => exchanged(one, from, to)) : value;
}
