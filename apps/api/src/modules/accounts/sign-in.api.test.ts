import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import { portalIn } from '#testing/portal';

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

let sources = 0;
const someone = (headers: Record<string, string> = {}) => {
  sources += 1;
  return portalIn(house.browser({ 'x-test-address': `10.2.${sources >> 8}.${sources & 255}`, ...headers }));
};
type Portal = ReturnType<typeof someone>;
const holder = (more: object = {}) => house.taxpayer({ password: PASSWORD, ...more });
const signIn = (portal: Portal, { identifier }: { identifier: string }, password = PASSWORD) =>
  portal.signIn({ identifier, password });
/** The codes of `times` wrong passwords, one after another. */
async function guess(portal: Portal, person: { identifier: string }, times: number): Promise<string[]> {
  const codes: string[] = [];
  for (let time = 0; time < times; time += 1) codes.push((await signIn(portal, person, WRONG)).code);
  return codes;
}
const FIVE = Array<string>(5).fill('NOT_RECOGNISED');

describe('a sign-in', () => {
  it.each([
    ['identifier', 'nothing', { identifier: '' }],
    ['identifier', 'a NIK of no province', { identifier: '0071234567890123' }],
    ['identifier', '10,000 letters', { identifier: 'x'.repeat(10_000) }],
    ['password', 'nothing', { password: '' }],
    ['password', '129 letters', { password: 'x'.repeat(129) }],
    ['password', '10,000 letters', { password: 'x'.repeat(10_000) }],
  ])('names the %s that is %s, and counts no failure', async (field, _, entry) => {
    const { identifier } = await holder();
    const portal = someone();
    for (let time = 0; time < 6; time += 1)
      expect(await portal.signIn({ identifier, password: PASSWORD, ...entry })).toMatchObject({
        ...{ code: 'INVALID_INPUT', field },
      });
    expect(await signIn(portal, { identifier })).toMatchObject({ __typename: 'Session' });
  });

  it.each([
    ['a null byte', `${PASSWORD}\u0000`],
    ['half a sign', '\ud800'.repeat(12)],
    ['another case', PASSWORD.toUpperCase()],
    ['a blank behind it', `${PASSWORD} `],
  ])('is not recognised with %s in the password', async (_, password) => {
    expect(await signIn(someone(), await holder(), password)).toMatchObject({ code: 'NOT_RECOGNISED' });
  });

  it('answers the same for nobody, for a person without an account and for a wrong password', async () => {
    const answers = [
      await signIn(someone(), { identifier: (await nobody()).identifier }),
      await signIn(someone(), await house.taxpayer()),
      await signIn(someone(), await holder(), WRONG),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ code: 'NOT_RECOGNISED', field: null, until: null });
  });

  it('takes as long for nobody as for a wrong password', async () => {
    const people = { known: await holder(), unknown: await nobody() };
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 15; round += 1)
      for (const kind of ['known', 'unknown'] as const) {
        const portal = someone();
        const began = performance.now();
        await signIn(portal, people[kind], WRONG);
        times[kind].push(performance.now() - began);
      }
    // Without the password hash for nobody the factor would be 3 and more.
    expect(median(times.known) / median(times.unknown)).toBeGreaterThan(0.65);
    expect(median(times.known) / median(times.unknown)).toBeLessThan(1.55);
  });

  it('takes an NPWP of 15 digits as printed on the card', async () => {
    const { npwp15 } = await holder();
    const printed = npwp15.replace(/^(..)(...)(...)(.)(...)(...)$/, '$1.$2.$3.$4-$5.$6');
    expect(await signIn(someone(), { identifier: printed })).toMatchObject({ __typename: 'Session' });
  });
});

describe('wrong passwords', () => {
  it('are heard five times from one source, then the answer says until when; the right one waits, too', async () => {
    const person = await holder();
    const portal = someone();
    expect(await guess(portal, person, 6)).toEqual([...FIVE, 'RATE_LIMITED']);
    const refused = await signIn(portal, person);
    expect(refused).toMatchObject({ code: 'RATE_LIMITED' });
    const seconds = (Date.parse(refused.until) - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(880);
    expect(seconds).toBeLessThanOrEqual(900);
  });

  it('are counted one by one when thirty come at the same moment', async () => {
    const person = await holder();
    const portal = someone();
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn(portal, person, WRONG)));
    expect(answers.filter(({ code }) => code === 'NOT_RECOGNISED')).toHaveLength(5);
  });

  it('are counted by where the connection comes from, not by what a header claims', async () => {
    const person = await holder();
    const { identifier } = person;
    const { browser } = someone();
    const query = `mutation ($input: SignInInput!) { signIn(input: $input) { ... on Refusal { code } } }`;
    const codes: string[] = [];
    for (let time = 0; time < 6; time += 1) {
      const forged = {
        'x-forwarded-for': `198.51.100.${time}`,
        'x-real-ip': `198.51.100.${time}`,
        forwarded: `for=198.51.100.${time}`,
      };
      codes.push(
        (await browser.send(query, { input: { identifier, password: WRONG } }, forged)).data.signIn.code,
      );
    }
    expect(codes).toEqual([...FIVE, 'RATE_LIMITED']);
  });

  it('behind a proxy that is trusted are counted by the address it saw', async () => {
    const beside = await openHouse({ TRUST_PROXY: '10.9.9.9' }, house);
    const person = await holder();
    const behind = (address: string) =>
      portalIn(beside.browser({ 'x-test-address': '10.9.9.9', 'x-forwarded-for': address }));
    expect(await guess(behind('198.51.100.1'), person, 6)).toEqual([...FIVE, 'RATE_LIMITED']);
    expect(await signIn(behind('198.51.100.2'), person)).toMatchObject({ __typename: 'Session' });
    await beside.close();
  });

  it('lock neither another source, nor another account, nor a browser that signed in before', async () => {
    const [person, neighbour] = [await holder(), await holder()];
    const known = someone();
    await signIn(known, person);
    const attacker = someone();
    await guess(attacker, person, 8);
    expect(await signIn(someone(), person)).toMatchObject({ __typename: 'Session' });
    expect(await signIn(attacker, neighbour)).toMatchObject({ __typename: 'Session' });
    expect(await signIn(known, person)).toMatchObject({ __typename: 'Session' });
  });

  it('in a known browser count for themselves, up to ten', async () => {
    const person = await holder();
    const known = someone();
    await signIn(known, person);
    expect(await guess(known, person, 11)).toEqual([...FIVE, ...FIVE, 'RATE_LIMITED']);
    expect(await signIn(someone(), person)).toMatchObject({ __typename: 'Session' });
  });

  it('of many sources slow each new one down to a single try, and shut nobody out (R31)', async () => {
    await house.database.query(
      `INSERT INTO policy SELECT key, app_now(), value || '{"failuresPerAccount": 6}' FROM policy WHERE key = 'accounts.limits'`,
    );
    house.policies.forget();
    try {
      const person = await holder();
      const known = someone();
      await signIn(known, person);
      for (let source = 0; source < 2; source += 1) await guess(someone(), person, 5);
      const fresh = someone();
      expect(await guess(fresh, person, 2)).toEqual(['NOT_RECOGNISED', 'RATE_LIMITED']);
      expect(await signIn(someone(), person)).toMatchObject({ __typename: 'Session' });
      expect(await signIn(known, person)).toMatchObject({ __typename: 'Session' });
    } finally {
      await house.database.query(
        `DELETE FROM policy WHERE key = 'accounts.limits' AND valid_from > '2020-01-01'`,
      );
      house.policies.forget();
    }
  });

  it('from a source that is not heard any more slow nobody else down', async () => {
    const person = await holder();
    const flooding = someone();
    await guess(flooding, person, 60);
    expect(await guess(someone(), person, 2)).toEqual(['NOT_RECOGNISED', 'NOT_RECOGNISED']);
  });

  it('are forgotten after the right one', async () => {
    const person = await holder();
    const portal = someone();
    await guess(portal, person, 4);
    await signIn(portal, person);
    portal.browser.cookies.clear();
    expect(await guess(portal, person, 5)).toEqual(FIVE);
  });
});

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

/** A number that could be somebody's, and is nobody's. */
async function nobody(): Promise<{ identifier: string }> {
  const { id, identifier } = await house.taxpayer();
  await house.database.query('DELETE FROM efin WHERE taxpayer_id = $1', [id]);
  await house.database.query('DELETE FROM taxpayer WHERE id = $1', [id]);
  return { identifier };
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
