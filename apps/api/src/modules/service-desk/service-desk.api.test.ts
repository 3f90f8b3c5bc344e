import { hash } from '@node-rs/argon2';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeDeskServer } from '#app/desk-server';
import { subjectOf } from '#platform/caller';
import { appNow } from '#platform/database';
import { sha256 } from '#platform/digest';
import { type Browser, makeBrowser } from '#testing/browser';
import { type House, openHouse } from '#testing/house';

const SIGN_IN = `mutation ($input: DeskSignInInput!) { signIn(input: $input) {
  __typename ... on Agent { name team } ... on Refusal { code message field until } } }`;
const LOOK = `id readAt endsAt incidents { id title since owner estimate said } taxpayer { name maskedIdentifier taxOffice activatedAt efinValidUntil
  channels { channel maskedAddress via confirmed live withdrawn health }
  tokens { reference purpose state issuedAt validUntil endsAt endedAt attemptsUsed attemptsLeft resendAt cancelledBecause moved
    messages { channel maskedAddress via state waitsForUs unheard cause queuedAt sentOnAt deliveredAt usualSeconds health reason
      timeline { at kind route reply } } } }`;
const LOOK_UP = `mutation ($input: LookUpInput!) { lookUp(input: $input) {
  __typename ... on Look { ${LOOK} } ... on Refusal { code message field until } } }`;
const AGAIN = `query ($id: ID!) { agent { name } look(id: $id) { ${LOOK} } }`;

const PASSWORD = 'Meja-Ani-2024';
const PHONE = '+628123456';

let house: House;
let desk: FastifyInstance;
beforeAll(async () => {
  house = await openHouse();
  await house.work();
  desk = await makeDeskServer(house.config, house, house, { app: false });
});
afterAll(async () => {
  await desk.close();
  await house.close();
});

let count = 0;
let login: string;
beforeEach(async () => {
  count += 1;
  login = `agent-${count}`;
  const data = { login, name: `Ani ${count}`, team: 'Kring Pajak', passwordHash: await hash(PASSWORD) };
  await house.db.read.agent.create({ data });
});

/** A browser at the desk, from an address of its own. */
const someone = (headers: Record<string, string> = {}) =>
  makeBrowser(desk, { 'x-test-address': `10.0.${count}.1`, ...headers });
const signIn = (browser: Browser, password = PASSWORD, as = login) =>
  browser.send(SIGN_IN, { input: { login: as, password } }).then(({ data }) => data.signIn);
async function agent(): Promise<Browser> {
  const browser = someone();
  expect(await signIn(browser)).toMatchObject({ __typename: 'Agent', name: `Ani ${count}` });
  return browser;
}
const lookUp = (browser: Browser, identifier: string) =>
  browser.send(LOOK_UP, { input: { identifier } }).then(({ data }) => data.lookUp);
const again = (browser: Browser, id: string) => browser.send(AGAIN, { id }).then(({ data }) => data);
const auditOf = async (action: string) =>
  (
    await house.database.query(
      `SELECT e.subject, e.detail FROM audit_entry e JOIN agent a ON e.actor = 'agent:' || a.id
       WHERE a.login = $1 AND e.action = $2 ORDER BY e.id`,
      [login, action],
    )
  ).map(({ subject, detail }) => ({ subject, detail }));

/** A taxpayer who waits for a code to submit a return, and that code. */
async function caller() {
  const phone = `${PHONE}${String(1000 + count)}`;
  const person = await house.taxpayer({ password: 'Kopi-Tubruk-1989', phone, email: 'budi@gmail.com' });
  const destination = house.delivery.destination('SMS', phone, `0812••••${String(1000 + count)}`);
  const issued = await house.db.inTransaction((tx) =>
    house.tokens.issue(tx, {
      purpose: 'SUBMIT_RETURN',
      subject: subjectOf(person.id),
      account: person.id,
      binding: sha256('return', person.id),
      destination,
      flowHash: null,
      network: 'n',
      locale: 'id',
      acceptPrice: null,
    }),
  );
  if (!issued.ok) throw new Error(issued.code);
  const sent = await house.until(() => house.carriers.sms.sent.find(({ to }) => to === phone));
  const code = /\b\d{6}\b/.exec(sent.text)?.[0] ?? expect.fail('no code was sent');
  return { ...person, phone, tokenId: issued.token.id, code };
}

describe('an agent at the desk', () => {
  it('is not recognised by a wrong password, in the language asked for', async () => {
    expect(await signIn(someone({ 'accept-language': 'en' }), 'Meja-Ani-2023')).toMatchObject({
      code: 'NOT_RECOGNISED',
      message: 'That login and password do not match. Check both, then try again.',
    });
  });

  it.each([
    ['unknown', 'nobody'],
    ['far too long', 'a'.repeat(5000)],
    ['not text', 'ani\u0000'],
    ['empty', ''],
  ])('gets the same answer for a login that is %s', async (_, as) => {
    const unknown = await signIn(someone(), PASSWORD, as);
    expect(unknown).toEqual(await signIn(someone(), 'wrong'));
  });

  it('is heard five times from one source, then at the end of the window', async () => {
    const guesser = someone();
    for (let guess = 1; guess <= 5; guess += 1) {
      expect(await signIn(guesser, `guess ${guess}`)).toMatchObject({ code: 'NOT_RECOGNISED' });
    }
    const refused = await signIn(guesser);
    expect(refused).toMatchObject({ code: 'RATE_LIMITED' });
    expect(Date.parse(refused.until) - Date.now()).toBeGreaterThan(14 * 60_000);
  });

  it('is not locked out by guesses from elsewhere', async () => {
    const stranger = someone({ 'x-test-address': `10.1.${count}.9` });
    for (let guess = 1; guess <= 6; guess += 1) await signIn(stranger, `guess ${guess}`);
    await agent();
  });

  it('does not have more guesses checked by making them at the same moment', async () => {
    const guesser = someone();
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, guess) => signIn(guesser, `guess ${guess}`)),
    );
    expect(answers.filter(({ code }) => code === 'NOT_RECOGNISED')).toHaveLength(5);
    expect(answers.filter(({ code }) => code === 'RATE_LIMITED')).toHaveLength(7);
  });

  it('has a session cookie of the desk, and none after signing out', async () => {
    const browser = await agent();
    expect([...browser.cookies.keys()]).toEqual(['sampai_desk']);
    expect((await browser.send('{ agent { name } }')).data).toEqual({ agent: { name: `Ani ${count}` } });
    const before = new Map(browser.cookies);
    await browser.send('mutation { signOut }');
    expect(browser.cookies.size).toBe(0);
    for (const [name, value] of before) browser.cookies.set(name, value);
    expect((await browser.send('{ agent { name } }')).data).toEqual({ agent: null });
    expect(await auditOf('desk.signed_out')).toHaveLength(1);
  });

  it('sees nobody without a session, nor with one that never was', async () => {
    const { identifier } = await caller();
    const stranger = someone();
    expect(await lookUp(stranger, identifier)).toMatchObject({ code: 'NOT_SIGNED_IN' });
    stranger.cookies.set('sampai_desk', 'x'.repeat(43));
    expect(await lookUp(stranger, identifier)).toMatchObject({ code: 'NOT_SIGNED_IN' });
  });
});

describe('a look-up', () => {
  it('shows channels masked and the way of each message, and never a code', async () => {
    const { identifier, code, phone } = await caller();
    const browser = await agent();
    const shown = await house.until(async () => {
      const found = await lookUp(browser, identifier);
      return found.taxpayer.tokens[0].messages[0].state === 'SENT_ON' && found;
    });
    expect(shown.taxpayer).toMatchObject({
      name: 'Budi Santoso',
      maskedIdentifier: `••••••••••••${identifier.slice(-4)}`,
      efinValidUntil: null,
      activatedAt: expect.any(String),
      channels: [
        { channel: 'SMS', via: 'Telkomsel', confirmed: true, live: true, withdrawn: false },
        { channel: 'EMAIL', maskedAddress: 'b••i@gmail.com', via: 'Gmail', confirmed: true, live: true },
      ],
      tokens: [{ purpose: 'SUBMIT_RETURN', state: 'OPEN', attemptsUsed: 0, attemptsLeft: 5 }],
    });
    expect(shown.taxpayer.tokens[0].messages[0].timeline).toMatchObject([
      { kind: 'QUEUED', route: null, reply: null },
      { kind: 'SENT_ON', route: 'sms', reply: 'ok' },
    ]);
    const everything = JSON.stringify(shown);
    for (const secret of [code, phone, phone.slice(3), identifier, 'budi@gmail.com'])
      expect(everything.includes(secret), `${secret} is shown`).toBe(false);
  });

  it('is one audit entry with the agent, and reading again adds none (R105)', async () => {
    const { id, identifier } = await caller();
    const browser = await agent();
    const look = await lookUp(browser, identifier);
    for (let time = 0; time < 3; time += 1)
      expect((await again(browser, look.id)).look.taxpayer.name).toBe('Budi Santoso');
    expect(await auditOf('desk.looked_at')).toEqual([{ subject: subjectOf(id), detail: { look: look.id } }]);
    const [row] = await house.database.query(
      'SELECT last_read_at > began_at AS read FROM agent_look WHERE id = $1',
      [look.id],
    );
    expect(row).toEqual({ read: true });
  });

  it('tells of the open incidents that touch this person, and of no other', async () => {
    const { identifier } = await caller();
    const disturb = (lane: string, name: string, channel: 'SMS' | 'EMAIL') =>
      house.db.inTransaction(async (tx) =>
        house.status.laneChanged(tx, {
          ...{ lane, name, listed: true, channel, from: 'GREEN', to: 'CLOSED', reason: 'provider-refusal' },
          at: await appNow(tx),
        }),
      );
    await disturb('mail:gmail', 'Gmail', 'EMAIL');
    await disturb('mail:yahoo', 'Yahoo', 'EMAIL');
    await house.advance(120);
    await house.db.inTransaction(house.status.sweep);
    house.status.forget();
    const look = await lookUp(await agent(), identifier);
    expect(look.incidents).toEqual([
      {
        id: expect.any(String),
        title: expect.stringContaining('Gmail'),
        since: expect.any(String),
        owner: 'Tim Pengiriman Kode',
        estimate: null,
        said: expect.stringContaining('SMS'),
      },
    ]);
  });

  it('says where a wish was overruled, and how the lanes do', async () => {
    const { identifier, tokenId } = await caller();
    await house.database.query(
      `UPDATE verification_token SET overruled = 'EMAIL', overruled_lane = 'mail:gmail' WHERE id = $1`,
      [tokenId],
    );
    await house.database.query(
      `INSERT INTO lane_health (lane, state, reason, bad_at) VALUES ('mail:gmail', 'RED', 'provider-refusal', app_now())
       ON CONFLICT (lane) DO UPDATE SET state = excluded.state, reason = excluded.reason, bad_at = excluded.bad_at`,
    );
    const browser = await agent();
    const { id } = await lookUp(browser, identifier);
    const shown = await house.until(async () => {
      const { taxpayer } = (await again(browser, id)).look;
      return taxpayer.channels[1].health === 'RED' && taxpayer;
    });
    expect(shown.tokens[0]).toMatchObject({
      moved: 'Saat kode ini diminta, Gmail sedang menahan pesan kami. Karena itu kode kami kirim lewat SMS.',
      messages: [{ health: expect.stringMatching(/GREEN|UNKNOWN/), reason: null }],
    });
  });

  it('is open to its own agent only', async () => {
    const { identifier } = await caller();
    const look = await lookUp(await agent(), identifier);
    count += 1;
    const data = { login: `agent-${count}`, name: 'Joko', team: 'x', passwordHash: await hash(PASSWORD) };
    await house.db.read.agent.create({ data });
    const other = someone();
    await signIn(other, PASSWORD, data.login);
    expect(await again(other, look.id)).toEqual({ agent: { name: 'Joko' }, look: null });
    expect(await again(someone(), look.id)).toEqual({ agent: null, look: null });
  });

  it.each([
    ['empty', ''],
    ['no uuid', '../1'],
    ['of nobody', '00000000-0000-0000-0000-000000000000'],
    ['far too long', 'a'.repeat(2000)],
  ])('does not exist by an id that is %s', async (_, id) => {
    expect((await again(await agent(), id)).look).toBeNull();
  });

  it('that finds nobody says so, and is written down without the number', async () => {
    const browser = await agent();
    expect(await lookUp(browser, '0123456789012349')).toMatchObject({ code: 'INVALID_INPUT' });
    const { identifier } = await house.taxpayer();
    await house.database.query('UPDATE taxpayer SET npwp_index = $1 WHERE npwp_index = $2', [
      Buffer.from(sha256(identifier)),
      Buffer.from(house.secrets.index('npwp', identifier)),
    ]);
    expect(await lookUp(browser, identifier)).toMatchObject({ code: 'NOT_FOUND', field: 'identifier' });
    const [entry] = await auditOf('desk.looked_for_nobody');
    expect(entry).toEqual({ subject: null, detail: { look: expect.any(String) } });
  });

  it.each([
    ['nothing', ''],
    ['too few digits', '123'],
    ['far too much', '1'.repeat(10_000)],
    ['digits of another script', '٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥'],
    ['a zero byte', '0\u0000'],
  ])('with %s in place of a number is refused at its field', async (_, identifier) => {
    expect(await lookUp(await agent(), identifier)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'identifier',
    });
  });

  it('is refused when the hour is full, also for look-ups at the same moment', async () => {
    const { identifier } = await caller();
    const browser = await agent();
    await house.database.query(
      `INSERT INTO agent_look (agent_id, ends_at)
       SELECT id, app_now() FROM agent, generate_series(1, 117) WHERE login = $1`,
      [login],
    );
    const answers = await Promise.all(Array.from({ length: 6 }, () => lookUp(browser, identifier)));
    expect(answers.filter(({ __typename }) => __typename === 'Look')).toHaveLength(3);
    const refused = answers.filter(({ code }) => code === 'RATE_LIMITED');
    expect(refused).toHaveLength(3);
    expect(Date.parse(refused[0].until)).toBeGreaterThan(Date.now());
    expect(await auditOf('desk.look_refused')).toHaveLength(3);
  });

  it('can be read for 15 minutes, and then is over', async () => {
    const { identifier } = await caller();
    const browser = await agent();
    const look = await lookUp(browser, identifier);
    await house.advance(14 * 60);
    expect((await again(browser, look.id)).look).not.toBeNull();
    await house.advance(61);
    expect(await again(browser, look.id)).toEqual({ agent: { name: `Ani ${count}` }, look: null });
  });
});

describe("the portal's schema", () => {
  it("has no operation of the desk's", async () => {
    const portal = house.browser();
    for (const document of [LOOK_UP, '{ agent { name } }', AGAIN]) {
      const { status, errors } = await portal.send(document, { input: { identifier: '' }, id: 'x' });
      expect(status).toBe(400);
      expect(errors?.map(({ extensions }) => extensions?.code)).toContain('BAD_USER_INPUT');
    }
  });
});
