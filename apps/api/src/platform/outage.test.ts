import { describe, expect, it } from 'vitest';
import { inBatches } from './batches.ts';
import { isOutage, throughOutages } from './outage.ts';

const fault = (code: string, message = 'x') => Object.assign(new Error(message), { code });
const AWAY = fault('57P01');

describe('an outage', () => {
  it.each([
    ['the server stops', fault('57P01')],
    ['the server crashed', fault('57P02')],
    ['the server does not take anybody yet', fault('57P03')],
    ['nobody listens', fault('ECONNREFUSED')],
    ['nobody listens on any address', new AggregateError([fault('ECONNREFUSED')])],
    ['the line broke', new Error('Connection terminated unexpectedly')],
    ['the line broke before', new Error('Client has encountered a connection error and is not queryable')],
    ['no connection came', new Error('timeout exceeded when trying to connect')],
    ['Prisma cannot reach it', fault('P1001')],
  ])('is one where %s', (_, away) => {
    expect(isOutage(away)).toBe(true);
  });

  it.each([
    ['a statement is wrong', fault('42601')],
    ['a row is there already', fault('23505')],
    ['a transaction took too long', fault('25P04')],
    ['a bug is met', new TypeError('undefined is not a function')],
    ['nothing is known', undefined],
  ])('is none where %s', (_, other) => {
    expect(isOutage(other)).toBe(false);
  });
});

describe('work through outages', () => {
  it('is done again until the database is back', async () => {
    let tries = 0;
    const pauses: number[] = [];
    const done = await throughOutages(
      () => 5_000,
      async () => {
        tries += 1;
        if (tries < 3) throw AWAY;
        return 'done';
      },
      () => pauses.push(tries),
    );
    expect([done, tries, pauses]).toEqual(['done', 3, [1, 2]]);
  });

  it('is given up in time, and at once for any other fault', async () => {
    const away = throughOutages(
      () => 10,
      () => Promise.reject(AWAY),
    );
    await expect(away).rejects.toBe(AWAY);
    let tries = 0;
    const wrong = throughOutages(
      () => 5_000,
      async () => {
        tries += 1;
        throw new TypeError('a bug');
      },
    );
    await expect(wrong).rejects.toThrow('a bug');
    expect(tries).toBe(1);
  });

  it('is not tried item by item where a batch of it met an outage', async () => {
    let tries = 0;
    const add = inBatches<number>(10, async () => {
      tries += 1;
      throw AWAY;
    });
    const all = await Promise.allSettled([add(1), add(2), add(3)]);
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(tries).toBe(2); // the first alone, the others together
  });
});
