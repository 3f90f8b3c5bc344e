import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '#testing/house';
import { type Portal, portalIn } from '#testing/portal';
import { ratioOfTimes } from '#testing/timing';
import { nobody, visitorsTo } from '#testing/visitors';

const PASSWORD = 'gajah duduk di atap';
const WRONG = 'gajah duduk di bawah';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const someone = visitorsTo(() => house);
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
      await signIn(someone(), { identifier: (await nobody(house)).identifier }),
      await signIn(someone(), await house.taxpayer()),
      await signIn(someone(), await holder(), WRONG),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ code: 'NOT_RECOGNISED', field: null, until: null });
  });

  it('leaves in the audit whose account it was, and where from, but nothing of what was typed', async () => {
    const [known, unknown] = [await holder(), await nobody(house)];
    const browser = someone();
    await signIn(browser, known, WRONG);
    await signIn(browser, known, WRONG);
    await signIn(browser, unknown, WRONG);
    const entries = await house.database.query(
      `SELECT subject, detail FROM audit_entry WHERE action = 'session.not_recognised' ORDER BY id DESC LIMIT 3`,
    );
    const [nobodys, second, first] = entries as { subject: string; detail: Record<string, string> }[];
    expect(first).toEqual(second);
    expect(first?.subject).toContain(known.id);
    expect(nobodys?.subject).toBeNull();
    expect(Object.keys(first?.detail ?? {}).toSorted()).toEqual(['identifier', 'source']);
    expect(nobodys?.detail.source).toBe(first?.detail.source);
    expect(nobodys?.detail.identifier).not.toBe(first?.detail.identifier);
    const all = JSON.stringify(entries);
    for (const typed of [known.identifier, unknown.identifier, WRONG]) expect(all).not.toContain(typed);
  });

  it('takes as long for nobody as for a wrong password', async () => {
    const [known, unknown] = [await holder(), await nobody(house)];
    const ratio = await ratioOfTimes(
      15,
      () => signIn(someone(), known, WRONG),
      () => signIn(someone(), unknown, WRONG),
    );
    // Without the password hash for nobody the factor would be 3 and more.
    expect(ratio).toBeGreaterThan(0.65);
    expect(ratio).toBeLessThan(1.55);
  });

  it('takes an NPWP of 15 digits as printed on the card', async () => {
    const { npwp15 } = await holder();
    const printed = npwp15.replace(/^(..)(...)(...)(.)(...)(...)$/, '$1.$2.$3.$4-$5.$6');
    expect(await signIn(someone(), { identifier: printed })).toMatchObject({ __typename: 'Session' });
  });
});

describe('a second factor by SMS', () => {
  let count = 0;
  const owner = (phone: string) => {
    count += 1;
    return holder({ secondFactor: 'SMS', phone, email: `kedua${count}@gmail.com` });
  };

  it('is not kept from its owner by strangers who say that the number is theirs', async () => {
    const phone = '+6281234990001';
    const person = await owner(phone);
    for (let stranger = 0; stranger < 3; stranger += 1) {
      const { identifier, efin } = await house.taxpayer();
      const portal = someone();
      const { id: activationId } = await portal.startActivation({ identifier, efin });
      expect(await portal.setChannels({ activationId, phone })).toMatchObject({ __typename: 'Activation' });
    }
    expect(await signIn(someone(), person)).toMatchObject({
      token: { messages: [{ channel: 'SMS' }], moved: null },
    });
  });

  it('goes to the mailbox, and says why, once the number has had the SMS of an hour', async () => {
    const person = await owner('+6281234990002');
    for (let time = 0; time < 3; time += 1)
      expect(await signIn(someone(), person)).toMatchObject({ token: { messages: [{ channel: 'SMS' }] } });
    expect(await signIn(someone(), person)).toMatchObject({
      token: {
        messages: [{ channel: 'EMAIL' }],
        moved: {
          ...{ from: 'SMS', to: 'EMAIL' },
          reason: expect.stringMatching(/^Nomor ponsel Anda sudah mendapat SMS .* kirim lewat email\.$/),
        },
      },
    });
  });

  it('says until when where there is nothing but that number', async () => {
    const person = await holder({ secondFactor: 'SMS', phone: '+6281234990003' });
    for (let time = 0; time < 3; time += 1) await signIn(someone(), person);
    expect(await signIn(someone(), person)).toMatchObject({
      ...{ code: 'RATE_LIMITED', until: expect.any(String) },
    });
  });

  it('goes to the mailbox, and says why, where its carrier has not been let in (R37)', async () => {
    const person = await owner('+6288123990004');
    const english = someone({ 'accept-language': 'en' });
    expect(await signIn(english, person)).toMatchObject({
      token: {
        messages: [{ channel: 'EMAIL' }],
        moved: {
          ...{ from: 'SMS', to: 'EMAIL' },
          reason:
            'Codes cannot go to Smartfren yet: it has not passed our delivery tests. So we sent the code by e-mail.',
        },
      },
    });
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

  it('of many sources slow each new one down to a single try, and shut nobody out', async () => {
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
