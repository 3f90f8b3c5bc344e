import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import { claim, sendAlong, type Tx, together, Undo, whenDone, whenSaid } from './database.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

beforeEach(() => house.database.query('CREATE TABLE counter (name text PRIMARY KEY, n int NOT NULL)'));
beforeEach(() => house.database.query('GRANT ALL ON counter TO sampai_app'));
afterEach(() => house.database.query('DROP TABLE counter'));

const put = (...names: string[]) =>
  house.database.query('INSERT INTO counter SELECT unnest($1::text[]), 0', [names]);
const counted = async (): Promise<Record<string, number>> => {
  const rows = await house.database.query('SELECT name, n FROM counter');
  return Object.fromEntries(rows.map(({ name, n }) => [String(name), Number(n)]));
};
const nothing = async () => {};
const share = <T>(work: (tx: Tx) => Promise<T>) => house.db.inSharedTransaction(work, nothing);
const transactionOf = async (tx: Tx): Promise<string> => {
  const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT pg_current_xact_id()::text AS id`;
  return row?.id ?? '';
};
const lock = (tx: Tx, name: string) => {
  claim(tx, name);
  return tx.$executeRaw`SELECT 1 FROM counter WHERE name = ${name} FOR UPDATE`;
};
const raiseTogether = together(async (tx, names: string[]) => {
  await tx.$executeRaw`UPDATE counter SET n = n + 1 WHERE name = ANY (${names})`;
  return [];
});
const read = together(async (tx, names: string[]) => {
  const rows = await tx.$queryRaw<
    { name: string; n: number }[]
  >`SELECT name, n FROM counter WHERE name = ANY (${names})`;
  return names.map((name) => rows.find((row) => row.name === name)?.n);
});
/** Reads and then writes: right only where nobody comes between. */
async function raise(tx: Tx, name: string): Promise<string> {
  await lock(tx, name);
  const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT n FROM counter WHERE name = ${name}`;
  await tx.$executeRaw`UPDATE counter SET n = ${(row?.n ?? 0) + 1} WHERE name = ${name}`;
  return transactionOf(tx);
}

describe('works that share a transaction', () => {
  it('are those that come while others are under way, and each gets its own answer', async () => {
    const names = ['a', 'b', 'c', 'd'];
    await put(...names);
    const done = await Promise.all(names.map((name) => share((tx) => raise(tx, name))));
    expect(new Set(done.map(({ outcome }) => outcome)).size).toBe(1);
    expect(await counted()).toEqual({ a: 1, b: 1, c: 1, d: 1 });
  });

  it('see afterwards what they did, each its own', async () => {
    await put('a', 'b');
    const look = async (read: Tx, name: string) =>
      (await read.$queryRaw<{ n: number }[]>`SELECT n FROM counter WHERE name = ${name}`)[0]?.n;
    const both = ['a', 'b'].map((name) =>
      house.db.inSharedTransaction((tx) => raise(tx, name).then(() => name), look),
    );
    expect(await Promise.all(both)).toEqual([
      { outcome: 'a', seen: 1 },
      { outcome: 'b', seen: 1 },
    ]);
  });

  it('ask the same question in one statement, and each gets the answer to its own', async () => {
    const asked: string[][] = [];
    const double = together(async (tx, keys: string[]) => {
      asked.push(keys);
      const rows = await tx.$queryRaw<{ twice: string }[]>`
        SELECT key || key AS twice FROM unnest(${keys}::text[]) WITH ORDINALITY AS k (key, n) ORDER BY n`;
      return rows.map(({ twice }) => twice);
    });
    const done = await Promise.all(['a', 'b', 'c'].map((key) => share((tx) => double(tx, key))));
    expect(done.map(({ outcome }) => outcome)).toEqual(['aa', 'bb', 'cc']);
    expect(asked).toEqual([['a', 'b', 'c']]);
  });

  it('keep the order in which a work gave its statements, whatever waits to be asked together', async () => {
    await put('a');
    const { outcome } = await share(async (tx) => {
      sendAlong(tx, raiseTogether(tx, 'a'));
      return tx.$queryRaw<{ n: number }[]>`SELECT n FROM counter WHERE name = 'a'`;
    });
    expect(outcome).toEqual([{ n: 1 }]);
    await share(async (tx) => {
      await transactionOf(tx);
      sendAlong(tx, raiseTogether(tx, 'a'));
    });
    expect(await counted()).toEqual({ a: 2 });
  });

  it('do not fall with one that fails: it is undone alone, and answers as it would have', async () => {
    await put('a', 'b', 'c');
    const [a, b, c] = await Promise.allSettled([
      share((tx) => raise(tx, 'a')),
      share(async (tx) => {
        await raise(tx, 'b');
        throw new Error('broken');
      }),
      share(async (tx) => {
        await raise(tx, 'c');
        throw new Undo('refused');
      }),
    ]);
    expect([a?.status, b?.status]).toEqual(['fulfilled', 'rejected']);
    expect(b).toMatchObject({ reason: { message: 'broken' } });
    expect(c).toEqual({ status: 'fulfilled', value: { outcome: 'refused' } });
    expect(await counted()).toEqual({ a: 1, b: 0, c: 0 });
  });

  it('do not pass for done where a statement failed that nobody waited for', async () => {
    await put('a', 'b');
    const failing = share(async (tx) => {
      await raise(tx, 'a');
      sendAlong(tx, tx.$executeRaw`SELECT 1 / 0`);
    });
    const [failed, done] = await Promise.allSettled([failing, share((tx) => raise(tx, 'b'))]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'division by zero' } });
    expect(done.status).toBe('fulfilled');
    expect(await counted()).toEqual({ a: 0, b: 1 });
  });

  it('never share one with another that claims the same: locks keep them apart', async () => {
    await put('a');
    const done = await Promise.all(Array.from({ length: 20 }, () => share((tx) => raise(tx, 'a'))));
    expect(new Set(done.map(({ outcome }) => outcome)).size).toBe(20);
    expect(await counted()).toEqual({ a: 20 });
  });

  it('do not wait with one that waits for a lock of somebody else', async () => {
    await put('a', 'b');
    const held = Promise.withResolvers<void>();
    const holding = Promise.withResolvers<void>();
    const holder = house.db.inTransaction(async (tx) => {
      await lock(tx, 'a');
      holding.resolve();
      await held.promise;
    });
    await holding.promise;
    const waiting = share((tx) => raise(tx, 'a'));
    await share((tx) => raise(tx, 'b'));
    expect(await counted()).toEqual({ a: 0, b: 1 });
    held.resolve();
    await Promise.all([holder, waiting]);
    expect(await counted()).toEqual({ a: 1, b: 1 });
  });

  it('count in figures once, and not at all where they are undone', async () => {
    await put('a', 'b');
    const figures: string[] = [];
    const work = (name: string, end: () => void) =>
      share(async (tx) => {
        await raise(tx, name);
        whenDone(tx, () => figures.push(name));
        end();
      });
    const undo = () => {
      throw new Undo(null);
    };
    await Promise.all([work('a', () => {}), work('b', undo)]);
    expect(figures).toEqual(['a']);
  });

  it('each see what they wrote before they read, whatever another asked first', async () => {
    await put('a', 'b');
    const [reader, writer] = await Promise.all([
      share((tx) => read(tx, 'a')),
      share(async (tx) => {
        sendAlong(tx, raiseTogether(tx, 'b'));
        return read(tx, 'b');
      }),
    ]);
    expect([reader.outcome, writer.outcome]).toEqual([0, 1]);
  });

  it('are done once, though something goes wrong behind COMMIT', async () => {
    const wrong = () => {
      throw new Error('no such label');
    };
    await put('a', 'b', 'c', 'd');
    await Promise.allSettled([
      share((tx) => raise(tx, 'a')),
      share(async (tx) => {
        await raise(tx, 'b');
        whenDone(tx, wrong);
      }),
      house.db.inSharedTransaction((tx) => raise(tx, 'c'), wrong),
      share(async (tx) => sendAlong(tx, raise(tx, 'd').then(wrong))),
    ]);
    expect(await counted()).toEqual({ a: 1, b: 1, c: 1, d: 1 });
  });

  it('count what they say in figures once, also where it is a refusal', async () => {
    const figures: string[] = [];
    const refuse = (name: string) =>
      share(async (tx) => {
        whenSaid(tx, () => figures.push(name));
        await transactionOf(tx);
        throw new Undo('refused');
      });
    await Promise.all([refuse('a'), refuse('b')]);
    expect(figures.toSorted()).toEqual(['a', 'b']);
  });
});

describe('a work that nobody shares with', () => {
  /** Somebody waits for a lock for longer than those do who share. */
  const waitsInPatience = () =>
    house.until(async () => {
      const rows = await house.database.query(
        `SELECT 1 FROM pg_locks WHERE NOT granted AND waitstart < clock_timestamp() - interval '40 ms'`,
      );
      return rows.length > 0;
    });
  async function hold(name: string): Promise<() => Promise<void>> {
    const held = Promise.withResolvers<void>();
    const holding = Promise.withResolvers<void>();
    const over = house.db.inTransaction(async (tx) => {
      await lock(tx, name);
      holding.resolve();
      await held.promise;
    });
    await holding.promise;
    return async () => {
      held.resolve();
      await over;
    };
  }

  it.for([
    [
      'nobody waited for',
      async (tx: Tx) => {
        sendAlong(tx, raiseTogether(tx, 'a'));
        await transactionOf(tx);
      },
    ],
    ['is followed by others in its packet', (tx: Tx) => Promise.all([raiseTogether(tx, 'a'), read(tx, 'a')])],
  ] as const)(
    'waits for a lock of somebody else, also where it was met by a statement that %s',
    async ([, work]) => {
      await put('a');
      const letGo = await hold('a');
      const done = share<unknown>(work);
      await waitsInPatience();
      await letGo();
      await done;
      expect(await counted()).toEqual({ a: 1 });
    },
  );
});
