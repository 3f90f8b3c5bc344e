import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import { wireTo } from '#testing/wire';

let house: House;
let beside: House;
let wire: Awaited<ReturnType<typeof wireTo>>;
beforeAll(async () => {
  house = await openHouse();
  wire = await wireTo(house.database.url);
  beside = await openHouse({}, { ...house, database: { ...house.database, url: wire.url } });
});
afterAll(async () => {
  await beside.close();
  await wire.close();
  await house.close();
});

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }';
const ready = async () => (await beside.portal.inject({ url: '/readyz' })).statusCode;

describe('an API whose database is away', () => {
  it('says so to whoever asks, each time with the same words, and works again by itself', async () => {
    const { identifier } = await house.taxpayer({ password: 'benar sekali 123' });
    const browser = beside.browser();
    const signIn = () => browser.send(SIGN_IN, { input: { identifier, password: 'benar sekali 123' } });
    expect((await signIn()).data.signIn.__typename).toBe('Session');
    expect(await ready()).toBe(200);
    wire.cut();
    expect(await ready()).toBe(503);
    for (const _ of [1, 2, 3]) {
      const { errors } = await signIn();
      expect(errors).toMatchObject([
        {
          message: 'Sampai cannot reach its data at the moment. Please try again in a few seconds.',
          extensions: { code: 'SERVICE_UNAVAILABLE' },
        },
      ]);
      expect(JSON.stringify(errors)).not.toContain('ncident');
    }
    wire.mend();
    await beside.until(async () => (await ready()) === 200);
    expect((await signIn()).data.signIn.__typename).toBe('Session');
  });
});
