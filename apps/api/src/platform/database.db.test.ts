import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import { askCode } from '#testing/tokens';
import { appNow, Undo } from './database.ts';

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
});
