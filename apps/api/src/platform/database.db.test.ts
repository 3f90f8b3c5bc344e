import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import { askCode } from '#testing/tokens';
import { announce } from './announcer.ts';
import { appNow, sendAlong, type Tx, Undo } from './database.ts';
import { openNotices } from './notices.ts';
import { throughOutages } from './outage.ts';

const MORE_THAN_CONNECTIONS = 40;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe('transactions that fill the pool', () => {
  it('still find the policy, though it has to be read anew meanwhile', async () => {
    const asked = Array.from({ length: MORE_THAN_CONNECTIONS }, () =>
      house.db.inTransaction(async (tx) => {
        await appNow(tx);
        house.policies.forget();
        return house.tokens.price('sms:tri', 'SUBMIT_RETURN');
      }),
    );
    expect(new Set(await Promise.all(asked))).toEqual(new Set([350n]));
  });

  it('all see a carrier that is not live from the first moment of a process on (R37)', async () => {
    const { id } = await house.taxpayer();
    const beside = await openHouse({}, house);
    const asked = Array.from({ length: MORE_THAN_CONNECTIONS }, (_, index) =>
      askCode(beside, id, { to: '+628812345678', binding: `${index}` }),
    );
    const codes = (await Promise.all(asked)).map((outcome) => (outcome.ok ? 'issued' : outcome.code));
    expect(new Set(codes)).toEqual(new Set(['CHANNEL_UNUSABLE']));
    await beside.close();
  });
});

describe('a transaction', () => {
  const agents = () => house.database.query(`SELECT 1 FROM agent WHERE login = 'undone'`);
  const write = (tx: Parameters<typeof appNow>[0]) =>
    tx.$executeRaw`INSERT INTO agent (login, name, team, password_hash) VALUES ('undone', 'n', 't', 'p')`;

  it('leaves nothing behind when it is undone with an answer, or breaks', async () => {
    const undone = house.db.inTransaction(async (tx) => {
      await write(tx);
      throw new Undo('refused');
    });
    expect(await undone).toBe('refused');
    const broken = house.db.inTransaction(async (tx) => {
      await write(tx);
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await agents()).toEqual([]);
  });

  it('holds statements and models together, and neither alone', async () => {
    const writeBoth = house.db.inTransaction(async (tx) => {
      await write(tx);
      const seen = await tx.agent.findMany({ where: { login: 'undone' } });
      expect(seen).toHaveLength(1);
      await tx.agent.update({ where: { login: 'undone' }, data: { name: 'renamed' } });
      expect(await tx.$queryRaw`SELECT name FROM agent WHERE login = 'undone'`).toEqual([
        { name: 'renamed' },
      ]);
      throw new Error('broken');
    });
    await expect(writeBoth).rejects.toThrow('broken');
    expect(await agents()).toEqual([]);
  });

  it('does not pass for done where a statement failed in it and nobody minded', async () => {
    const unminded = house.db.inTransaction(async (tx) => {
      await write(tx);
      await tx.$executeRaw`SELECT 1 / 0`.catch(() => {});
    });
    await expect(unminded).rejects.toThrow('a statement failed');
    expect(await agents()).toEqual([]);
  });

  it('is undone where a statement failed that was sent along, and says why', async () => {
    const sent = house.db.inTransaction(async (tx) => {
      sendAlong(tx, write(tx));
      sendAlong(tx, tx.$executeRaw`SELECT 1 / 0`);
      return 'answered before it is known';
    });
    await expect(sent).rejects.toThrow('division by zero');
    expect(await agents()).toEqual([]);
  });

  it('is not over before what was sent along is', async () => {
    await house.db.inTransaction(async (tx) => sendAlong(tx, write(tx)));
    expect(await agents()).toHaveLength(1);
    await house.database.query(`DELETE FROM agent WHERE login = 'undone'`);
  });

  it('takes no statement once it is over', async () => {
    let kept: Parameters<typeof appNow>[0] | undefined;
    await house.db.inTransaction(async (tx) => {
      kept = tx;
    });
    if (kept) await expect(appNow(kept)).rejects.toThrow('over');
    expect(kept).toBeDefined();
  });

  it('shows what it did with what is read after it, and that no one else could see it before', async () => {
    const { outcome, seen } = await house.db.inSharedTransaction(
      async (tx) => {
        await write(tx);
        expect(await agents()).toEqual([]);
        return 'written';
      },
      (read) => read.$queryRaw`SELECT 1 AS one FROM agent WHERE login = 'undone'`,
    );
    expect([outcome, seen]).toEqual(['written', [{ one: 1 }]]);
    expect(await agents()).toHaveLength(1);
    await house.database.query(`DELETE FROM agent WHERE login = 'undone'`);
  });

  it('is heard of once it is committed, and never where it was undone', async () => {
    const notices = await openNotices(house.database.url, house.log);
    const heard: string[] = [];
    await notices.listen('content_changed', (payload) => heard.push(payload));
    await house.db.inTransaction(async (tx) => {
      announce(tx, 'content_changed', 'undone');
      throw new Undo(null);
    });
    await house.db.inTransaction(async (tx) => announce(tx, 'content_changed', 'done'));
    await house.until(() => heard.includes('done'));
    expect(heard).toEqual(['done']);
    await notices.close();
  });

  it('gives its connection back after the server has cut it', async () => {
    const cut = house.db.inTransaction(async (tx) => {
      const [{ pid } = {}] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      await house.database.query('SELECT pg_terminate_backend($1)', [pid]);
      await appNow(tx);
    });
    await expect(cut).rejects.toThrow();
    const after = Array.from({ length: MORE_THAN_CONNECTIONS }, () => house.db.inTransaction(appNow));
    expect(await Promise.all(after)).toHaveLength(MORE_THAN_CONNECTIONS);
  });
});

describe('two transactions that block each other', () => {
  it('are both done in the end, each once, where they may be done again', async () => {
    const rows = ['mail:a.example', 'mail:b.example'];
    for (const lane of rows)
      await house.database.query(
        'INSERT INTO lane_pace (lane, rate, allowance, threshold) VALUES ($1, 0, 0, 0)',
        [lane],
      );
    let tries = 0;
    let holding = 0;
    const raise = (tx: Tx, lane = '') =>
      tx.$executeRaw`UPDATE lane_pace SET rate = rate + 1 WHERE lane = ${lane}`;
    const both = (first: string | undefined, then: string | undefined) =>
      throughOutages(
        () => 10_000,
        () =>
          house.db.inTransaction(async (tx) => {
            tries += 1;
            await raise(tx, first);
            holding += 1;
            await house.until(() => holding >= 2);
            await raise(tx, then);
          }),
      );
    await Promise.all([both(rows[0], rows[1]), both(rows[1], rows[0])]);
    expect(tries).toBe(3); // the server chose one of them
    const rates = await house.database.query('SELECT rate FROM lane_pace WHERE lane = ANY ($1)', [rows]);
    expect(rates).toEqual([{ rate: 2 }, { rate: 2 }]);
  });
});
