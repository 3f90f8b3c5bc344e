import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import type { Portal } from '#testing/portal';
import { visitorsTo } from '#testing/visitors';

const PASSWORD = 'gajah duduk di atap';
const WRONG = 'gajah duduk di bawah';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.work();
});
afterAll(() => house.close());

let count = 0;
let phone: string;
let email: string;
beforeEach(() => {
  count += 1;
  phone = `+6281534${500_000 + count}`;
  email = `masuk${count}@yahoo.co.id`;
});

const someone = visitorsTo(() => house);
const holder = (more: object = {}) => house.taxpayer({ password: PASSWORD, ...more });
const signIn = (portal: Portal, { identifier }: { identifier: string }, password = PASSWORD) =>
  portal.signIn({ identifier, password });

describe('a second factor', () => {
  const withSms = () => holder({ phone, email, secondFactor: 'SMS' });

  it('stands between the right password and the session', async () => {
    const person = await withSms();
    const portal = someone();
    const asked = await signIn(portal, person);
    expect(asked).toMatchObject({
      __typename: 'SecondFactorNeeded',
      token: {
        purpose: 'SIGN_IN',
        state: 'OPEN',
        validUntil: null,
        messages: [{ channel: 'SMS', via: 'Indosat' }],
      },
    });
    expect(await portal.session()).toBeNull();
    const code = await house.codeTo(phone);
    expect(await portal.verify(asked.token.id, code)).toMatchObject({ state: 'VERIFIED' });
    expect(await portal.session()).toMatchObject({ taxpayer: { id: person.id } });
  });

  it('is not asked for after a wrong password', async () => {
    await signIn(someone(), await withSms(), WRONG);
    expect(house.carriers.sms.sent.filter(({ to }) => to === phone)).toEqual([]);
  });

  it('begins no session in a browser that did not ask, though it has the right code', async () => {
    const asked = await signIn(someone(), await withSms());
    const thief = someone();
    expect(await thief.verify(asked.token.id, await house.codeTo(phone))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await thief.session()).toBeNull();
  });

  it('is the same token when the password is entered again in the same browser, and another one elsewhere', async () => {
    const person = await withSms();
    const portal = someone();
    const { token } = await signIn(portal, person);
    expect((await signIn(portal, person)).token.id).toBe(token.id);
    expect((await signIn(someone(), person)).token.id).not.toBe(token.id);
  });

  it('begins one session, whatever is entered afterwards', async () => {
    const person = await withSms();
    const portal = someone();
    const { token } = await signIn(portal, person);
    const code = await house.codeTo(phone);
    await Promise.all(Array.from({ length: 6 }, () => portal.verify(token.id, code)));
    const rows = await house.database.query('SELECT count(*)::int AS n FROM session WHERE taxpayer_id = $1', [
      person.id,
    ]);
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('goes by mail where the number is of a carrier that is not live (R37)', async () => {
    const person = await holder({ phone: `+6288123${40_000 + count}`, email, secondFactor: 'SMS' });
    expect(await signIn(someone(), person)).toMatchObject({
      token: { messages: [{ channel: 'EMAIL', via: 'Yahoo' }] },
    });
  });
});

describe('a session', () => {
  it('ends with the sign-out, here and wherever its cookie was copied to, and only this one', async () => {
    const person = await holder();
    const [here, there] = [someone(), someone()];
    await signIn(here, person);
    await signIn(there, person);
    const copy = someone();
    for (const [name, value] of here.browser.cookies) copy.browser.cookies.set(name, value);
    expect(await copy.session()).toMatchObject({ taxpayer: { id: person.id } });
    expect(await here.signOut()).toBe(true);
    expect([...here.browser.cookies.keys()]).not.toContain('sampai_session');
    expect([await here.session(), await copy.session()]).toEqual([null, null]);
    expect(await there.session()).toMatchObject({ taxpayer: { id: person.id } });
  });

  it('is ended by anybody at any time without complaint', async () => {
    expect(await someone().signOut()).toBe(true);
  });

  it('is not found by a cookie nobody was given', async () => {
    const portal = someone();
    for (const value of ['A'.repeat(43), 'x', `${'A'.repeat(42)}%00`, `"; DROP TABLE session; --`]) {
      portal.browser.cookies.set('sampai_session', value);
      expect(await portal.session()).toBeNull();
    }
  });

  it('stands in the database as a digest only', async () => {
    const portal = someone();
    await signIn(portal, await holder());
    const secrets = [...portal.browser.cookies.values()];
    expect(secrets).toHaveLength(2);
    for (const table of ['session', 'known_browser', 'audit_entry']) {
      const rows = await house.database.query(`SELECT t::text AS row FROM ${table} t`);
      const hex = secrets.map((secret) => Buffer.from(secret, 'base64url').toString('hex'));
      for (const { row } of rows)
        for (const secret of [...secrets, ...hex]) expect(row).not.toContain(secret);
    }
  });

  it('ends after half an hour without a sign of life, and after twelve hours with them', async () => {
    const portal = someone();
    const person = await holder();
    await signIn(portal, person);
    await house.advance(29 * 60);
    expect(await portal.session()).not.toBeNull();
    await house.advance(29 * 60);
    expect(await portal.session()).not.toBeNull();
    await house.advance(31 * 60);
    expect(await portal.session()).toBeNull();

    await signIn(portal, person);
    for (let half = 0; half < 25; half += 1) {
      await portal.session();
      await house.advance(29 * 60);
    }
    expect(await portal.session()).toBeNull();
  });
});

describe('the cookies', () => {
  const cookiesOf = async (origin: string) => {
    const { identifier } = await holder();
    const beside = await openHouse({ PUBLIC_ORIGIN: origin }, house);
    const { headers } = await beside
      .browser({ 'x-test-address': '10.3.0.1' })
      .send('mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }', {
        i: { identifier, password: PASSWORD },
      });
    await beside.close();
    return { lines: [headers['set-cookie']].flat().map(String), headers };
  };

  it('are __Host-, Secure, HttpOnly, SameSite=Lax over https', async () => {
    const { lines, headers } = await cookiesOf('https://portal.example');
    expect(lines.map((line) => line.split('=')[0]).sort()).toEqual([
      '__Host-sampai_browser',
      '__Host-sampai_session',
    ]);
    for (const line of lines) {
      expect(line).toMatch(/; Path=\/(;|$)/);
      expect(line).toMatch(/; HttpOnly(;|$)/);
      expect(line).toMatch(/; Secure(;|$)/);
      expect(line).toMatch(/; SameSite=Lax(;|$)/);
      expect(line).not.toMatch(/Domain=/i);
    }
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['strict-transport-security']).toBeDefined();
  });

  it('are HttpOnly and SameSite=Lax by plain names over http on this machine', async () => {
    const { lines } = await cookiesOf('http://localhost:3000');
    expect(lines.map((line) => line.split('=')[0]).sort()).toEqual(['sampai_browser', 'sampai_session']);
    for (const line of lines) expect(line).toMatch(/; HttpOnly; SameSite=Lax/);
  });
});
