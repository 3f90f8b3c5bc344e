import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import { caller, codeFor } from '#testing/tokens';
import { visitorsTo } from '#testing/visitors';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.work();
});
afterAll(() => house.close());

const someone = visitorsTo(() => house);
let numbers = 0;
const number = () => {
  numbers += 1;
  return `+6281235${100_000 + numbers}`;
};
async function activation() {
  const { identifier, efin, id } = await house.taxpayer();
  const portal = someone();
  const { id: activationId } = await portal.startActivation({ identifier, efin });
  return { id, set: (more: object) => portal.setChannels({ activationId, ...more }) };
}
async function figure(name: string): Promise<number> {
  const { body } = await house.portal.inject({ method: 'GET', url: '/metrics' });
  const line = body.split('\n').find((one: string) => one.startsWith(name));
  return Number(line?.split(' ').at(-1) ?? 0);
}
/** Runs a statement in a transaction of somebody else's, which is undone when somebody has waited for it in patience. */
async function holding(statement: string, values: unknown[], meanwhile: () => Promise<unknown>) {
  const holder = new pg.Client({ connectionString: house.database.url });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query(statement, values);
  const answer = meanwhile();
  await house.until(async () => {
    const waiting = await house.database.query(
      `SELECT 1 FROM pg_locks WHERE NOT granted AND waitstart < clock_timestamp() - interval '40 ms'`,
    );
    return waiting.length > 0;
  });
  await holder.query('ROLLBACK');
  await holder.end();
  return answer;
}

describe('three entries of a sign-in code at once', () => {
  it('begin one session, and the browser is given no other', async () => {
    for (let time = 0; time < 10; time += 1) {
      const phone = number();
      const { id } = await house.taxpayer({ passwordHash: 'unused', phone });
      const token = await codeFor(house, id, { to: phone, purpose: 'SIGN_IN' });
      const code = await house.codeTo(phone);
      let given = 0;
      const me = {
        ...caller({ taxpayerId: id }),
        giveSession: () => {
          given += 1;
        },
      };
      const click = () => house.tokens.verify(me, { tokenId: token.id, code });
      const verdicts = await Promise.all([click(), click(), click()]);
      expect(verdicts.map(({ verdict }) => verdict).toSorted()).toEqual([
        ...['already-verified', 'already-verified', 'verified'],
      ]);
      expect(given).toBe(1);
    }
  });
});

describe('somebody who has to wait for a lock', () => {
  it('enters a sign-in code while an attempt of the account is written down, and it is right', async () => {
    const phone = number();
    const { id } = await house.taxpayer({ passwordHash: 'unused', phone });
    await house.database.query('INSERT INTO code_failure (account, consecutive) VALUES ($1, 0)', [id]);
    const token = await codeFor(house, id, { to: phone, purpose: 'SIGN_IN' });
    const code = await house.codeTo(phone);
    const entered = await holding('SELECT 1 FROM code_failure WHERE account = $1 FOR UPDATE', [id], () =>
      house.tokens.verify(caller({ taxpayerId: id }), { tokenId: token.id, code }),
    );
    expect(entered).toMatchObject({ verdict: 'verified' });
  });

  it('names an address while a code of the account is issued, and is sent one', async () => {
    const { id, set } = await activation();
    const lock = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';
    const answer = await holding(lock, [`token-account:${id}`], () => set({ email: 'sabar@gmail.com' }));
    expect(answer).toMatchObject({ __typename: 'Activation', tokens: [{ state: 'OPEN' }] });
  });
});

describe('two who are refused at once', () => {
  it('count once each among those above a budget', async () => {
    const value = { enforced: true, perNetworkHour: 0, perPrefixHour: 1000, work: { keys: 3, cost: 10 } };
    await house.database.query(`INSERT INTO policy VALUES ('sms.budgets', app_now(), $1::jsonb)`, [
      JSON.stringify(value),
    ]);
    house.policies.forget();
    const both = [await activation(), await activation()];
    const name = 'sampai_sms_budget_exceeded_total{kind="network"}';
    const before = await figure(name);
    const answers = await Promise.all(both.map(({ set }) => set({ phone: number() })));
    expect(answers.map(({ code }) => code)).toEqual(['CHALLENGE_NEEDED', 'CHALLENGE_NEEDED']);
    expect((await figure(name)) - before).toBe(2);
  });
});
