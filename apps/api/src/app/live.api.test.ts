import { connect as connectTcp } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { buildSchema, GraphQLError } from 'graphql';
import type { Client } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Browser } from '#testing/browser';
import { type House, openHouse } from '#testing/house';
import { portalIn } from '#testing/portal';
import { PRODUCTION } from '#testing/raw';
import { listen, pageOf, portOf, refused, socketUrl, upgrade } from '#testing/socket';
import { caller, codeFor } from '#testing/tokens';
import { serveLive } from './live.ts';

const PASSWORD = 'gajah duduk di atap';
const CHANGED = `subscription ($id: ID!) { tokenChanged(id: $id) {
  state windowPassed attemptsLeft validUntil messages { state } } }`;

let house: House;
let production: House;
beforeAll(async () => {
  house = await openHouse();
  production = await openHouse(PRODUCTION, house);
  for (const { portal } of [house, production]) await portal.listen({ host: '127.0.0.1', port: 0 });
  await house.work();
});
afterAll(async () => {
  await production.close();
  await house.close();
});

const pages: Client[] = [];
afterEach(async () => {
  for (const open of pages.splice(0)) await open.dispose();
});
type Place = { server?: FastifyInstance; origin?: string; locale?: string };
function page(browser: Browser, { server = house.portal, ...place }: Place = {}): Client {
  const opened = pageOf(browser, server, place);
  pages.push(opened);
  return opened;
}
/** Sends raw words to the server and leaves without waiting for an answer. */
const rudely = (words: string, leave: 'end' | 'reset'): Promise<void> =>
  new Promise((left) => {
    const socket = connectTcp(portOf(house.portal), '127.0.0.1', () => {
      socket.write(words, () => (leave === 'reset' ? socket.resetAndDestroy() : socket.end()));
    });
    socket.on('error', () => {});
    socket.on('close', () => left());
    socket.resume();
  });
const UPGRADE =
  'Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';

let count = 0;
async function signedIn() {
  count += 1;
  const phone = `+6281234${900_000 + count}`;
  const person = await house.taxpayer({ password: PASSWORD, phone });
  const portal = portalIn(house.browser({ 'x-test-address': `10.6.0.${count}` }));
  await portal.signIn({ identifier: person.identifier, password: PASSWORD });
  return { ...person, portal, browser: portal.browser, phone };
}

describe('a socket from elsewhere', () => {
  it.each([
    'https://evil.example',
    'null',
    'http://127.0.0.1:1',
    'http://localhost.evil.example',
    'not an origin',
  ])('is refused at the upgrade (Origin %s)', async (origin) => {
    expect(await upgrade(socketUrl(house.portal), { origin })).toBe(403);
  });

  it.each(['http://portal.example', 'https://portal.example:8443', 'https://evil.example'])(
    'is refused by an https portal, also where it names the host it talks to (Origin %s)',
    async (origin) => {
      const host = new URL(origin).host;
      expect(await upgrade(socketUrl(production.portal), { origin, headers: { host } })).toBe(403);
    },
  );

  it('is let in from the portal itself', async () => {
    expect(await upgrade(socketUrl(production.portal), { origin: 'https://portal.example' })).toBe(101);
    expect(
      await upgrade(socketUrl(house.portal), { origin: `http://127.0.0.1:${portOf(house.portal)}` }),
    ).toBe(101);
    expect(await upgrade(socketUrl(house.portal), { origin: house.config.publicOrigin })).toBe(101);
  });

  it.each(['/', '/graphql/x', '/metrics'])('finds nothing at %s', async (path) => {
    expect(await upgrade(socketUrl(house.portal).replace('/graphql', path))).toBe(404);
  });

  it.each([
    ['no path that could be read', `GET // HTTP/1.1\r\n${UPGRADE}\r\n`],
    ['another host for a path', `GET http://[ HTTP/1.1\r\n${UPGRADE}\r\n`],
    ['a foreign origin', `GET /graphql HTTP/1.1\r\n${UPGRADE}Origin: https://evil.example\r\n\r\n`],
    ['no key', `GET /graphql HTTP/1.1\r\n${UPGRADE.replace(/Sec-WebSocket-Key.*\r\n/, '')}\r\n`],
  ])('that comes with %s and leaves at once does not take the server along', async (_, words) => {
    for (let time = 0; time < 20; time += 1) await rudely(words, time % 2 ? 'end' : 'reset');
    expect(
      (await fetch(socketUrl(house.portal).replace('ws', 'http').replace('/graphql', '/healthz'))).status,
    ).toBe(200);
  });
});

describe('a waiting page', () => {
  it('is told of each step when it happens, and of nothing else (R41)', async () => {
    const { id, browser, phone } = await signedIn();
    house.carriers.sms.answers = [{ kind: 'deferred', scope: 'lane', reply: 'later' }];
    const token = await codeFor(house, id, { to: phone });
    await house.until(() => house.carriers.sms.sent.some(({ to }) => to === phone));
    const next = listen(page(browser), CHANGED, { id: token.id });
    expect(await next()).toMatchObject({
      data: { tokenChanged: { state: 'OPEN', validUntil: null, messages: [{ state: 'QUEUED' }] } },
    });
    for (let time = 0; time < 3; time += 1)
      await house.database.query(`SELECT pg_notify('content_changed', $1)`, [token.id]);
    await house.advance(5);
    const sent = await next();
    expect(sent).toMatchObject({ data: { tokenChanged: { messages: [{ state: 'SENT_ON' }] } } });
    const [{ provider_id: providerId } = {}] = await house.database.query(
      'SELECT provider_id FROM message WHERE content_ref = $1',
      [token.id],
    );
    await house.advance(25); // within the patience for it, beyond the usual time
    await house.carriers.sms.receive({ providerIds: [String(providerId)], state: 'delivered' });
    expect(await next()).toMatchObject({ data: { tokenChanged: { messages: [{ state: 'DELIVERED' }] } } });
    const wrong = {
      tokenId: token.id,
      code: String((Number(await house.codeTo(phone)) + 1) % 1_000_000).padStart(6, '0'),
    };
    await house.tokens.verify(caller({ taxpayerId: id }), wrong);
    expect(await next()).toMatchObject({ data: { tokenChanged: { attemptsLeft: 4 } } });
    await house.tokens.verify(caller({ taxpayerId: id }), { ...wrong, code: await house.codeTo(phone) });
    expect(await next()).toMatchObject({ data: { tokenChanged: { state: 'VERIFIED' } } });
  });

  it('whose window has passed is told when its end has come as well, too (R67)', async () => {
    const { id, browser, phone } = await signedIn();
    const token = await codeFor(house, id, { to: phone });
    await house.until(async () => {
      const [row] = await house.database.query('SELECT valid_until FROM verification_token WHERE id = $1', [
        token.id,
      ]);
      return row?.valid_until;
    });
    await house.database.query(
      "UPDATE verification_token SET valid_until = app_now() - interval '1 second' WHERE id = $1",
      [token.id],
    );
    const next = listen(page(browser), CHANGED, { id: token.id });
    let event = await next();
    expect(event).toMatchObject({ data: { tokenChanged: { state: 'EXPIRED', windowPassed: true } } });
    await house.database.query(
      "UPDATE verification_token SET ends_at = app_now() - interval '1 second' WHERE id = $1",
      [token.id],
    );
    await house.database.query(`SELECT pg_notify('content_changed', $1)`, [token.id]);
    event = await next();
    while (event?.data?.tokenChanged?.windowPassed) event = await next(); // what else was under way
    expect(event).toMatchObject({ data: { tokenChanged: { state: 'EXPIRED', windowPassed: false } } });
  });

  it('is told of what happens between its first look and its waiting', async () => {
    const { id, browser, phone } = await signedIn();
    const token = await codeFor(house, id, { to: phone });
    await house.until(
      async () =>
        (
          await house.database.query(`SELECT 1 FROM message WHERE content_ref = $1 AND state = 'SENT_ON'`, [
            token.id,
          ])
        )[0],
    );
    const next = listen(page(browser), CHANGED, { id: token.id });
    await next();
    await house.tokens.reportArrival({ subject: `taxpayer:${id}`, flowHash: null }, token.id, true);
    expect(await next()).toMatchObject({ data: { tokenChanged: { messages: [{ state: 'DELIVERED' }] } } });
  });

  it('of a stranger is told that there is nothing, and that is the end', async () => {
    const { id, phone } = await signedIn();
    const token = await codeFor(house, id, { to: phone, flow: 'another' });
    for (const asked of [token.id, 'nobody', '\u0000', 'x'.repeat(10_000)]) {
      const next = listen(page((await signedIn()).browser), CHANGED, { id: asked });
      expect(await next()).toEqual({ data: { tokenChanged: null } });
      expect(await next()).toBe('the end');
    }
  });

  it('whose session was ended elsewhere is told nothing more', async () => {
    const { id, browser, portal, phone } = await signedIn();
    const token = await codeFor(house, id, { to: phone });
    const next = listen(page(browser), CHANGED, { id: token.id });
    await next();
    await portal.signOut();
    await house.db.inTransaction((tx) =>
      house.tokens.cancel(tx, `taxpayer:${id}`, 'SUBMIT_RETURN', 'changed'),
    );
    let event = await next();
    while (event?.data?.tokenChanged?.state === 'OPEN') event = await next(); // what was under way before the sign-out
    expect(event).toEqual({ data: { tokenChanged: null } });
    expect(await next()).toBe('the end');
  });

  it('of the browser in which an activation began ends when another takes over', async () => {
    const person = await house.taxpayer();
    const first = portalIn(house.browser({ 'x-test-address': '10.6.1.1' }));
    const { id: activationId } = await first.startActivation({
      identifier: person.identifier,
      efin: person.efin,
    });
    const { tokens } = await first.setChannels({ activationId, email: 'ambil.alih@gmail.com' });
    await house.codeTo('ambil.alih@gmail.com');
    await house.until(async () => (await first.token(tokens[0].id)).messages[0].sentOnAt);
    const next = listen(page(first.browser), CHANGED, { id: tokens[0].id });
    expect(await next()).toMatchObject({ data: { tokenChanged: { state: 'OPEN' } } });
    const second = portalIn(house.browser({ 'x-test-address': '10.6.1.2' }));
    await second.startActivation({ identifier: person.identifier, efin: person.efin });
    expect(await next()).toEqual({ data: { tokenChanged: null } });
    expect(await next()).toBe('the end');
  });
});

describe('a socket', () => {
  const NIK = '3171234567890123';
  const anybody = () => house.browser();

  it.each([
    ['a query', '{ session { expiresAt } }'],
    ['a mutation', 'mutation { signOut }'],
    [
      'a query beside a subscription',
      'query A { session { expiresAt } } subscription B { tokenChanged(id: "x") { id } }',
    ],
    ['a misspelt field', 'subscription { tokenChangd(id: "x") { id } }'],
    ['a wrong type', `subscription { tokenChanged(id: {nik: "${NIK}"}) { id } }`],
    ['a syntax error', `subscription { tokenChanged(id: "${NIK}" `],
    ['a loose string', `subscription { tokenChanged(id: "x") { id } } "${NIK}"`],
    [
      'eleven aliases',
      `subscription { tokenChanged(id: "x") { ${Array.from({ length: 11 }, (_, n) => `a${n}: id`).join(' ')} } }`,
    ],
    ['too many words', `subscription { tokenChanged(id: "x") { ${'id '.repeat(2_000)} } }`],
    ['nothing', ' '],
  ])('refuses %s as BAD_USER_INPUT, and lives on', async (_, query) => {
    const client = page(anybody());
    const errors = await refused(client, query);
    expect(errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT' });
    expect(JSON.stringify(errors)).not.toContain(NIK);
    expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
    expect(await listen(client, CHANGED, { id: 'x' })()).toEqual({ data: { tokenChanged: null } });
  });

  it('refuses a variable of another type without giving it back', async () => {
    const errors = await refused(page(anybody()), CHANGED, { id: { nik: NIK } });
    expect(errors).toMatchObject([
      { message: 'Variable "$id" is not valid.', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('does not show the schema in production', async () => {
    const introspection =
      'subscription { __schema { queryType { name } } tokenChanged(id: "x") { __typename } }';
    const there = { server: production.portal, origin: production.config.publicOrigin };
    for (const query of [introspection, '{ __schema { queryType { name } } }'])
      expect((await refused(page(anybody(), there), query))[0].extensions).toEqual({
        code: 'BAD_USER_INPUT',
      });
  });

  it('has ten subscriptions at a time', async () => {
    const { id, browser, phone } = await signedIn();
    const token = await codeFor(house, id, { to: phone });
    const client = page(browser);
    const listening = Array.from({ length: 10 }, () => listen(client, CHANGED, { id: token.id }));
    for (const next of listening) await next();
    expect((await refused(client, CHANGED, { id: token.id }))[0].extensions).toEqual({
      code: 'BAD_USER_INPUT',
    });
  });

  it('hides a fault of ours behind an incident', async () => {
    const { id, browser, phone } = await signedIn();
    const token = await codeFor(house, id, { to: phone });
    const client = page(browser);
    await house.database.query('ALTER TABLE verification_token RENAME TO away');
    try {
      const errors = await refused(client, CHANGED, { id: token.id });
      expect(errors[0].message).toMatch(/^Something failed on our side\. Incident [\w-]{8}\.$/);
      expect(JSON.stringify(errors)).not.toMatch(/verification_token|prisma|select/i);
    } finally {
      await house.database.query('ALTER TABLE away RENAME TO verification_token');
    }
    expect(await listen(client, CHANGED, { id: token.id })()).toMatchObject({
      data: { tokenChanged: { state: 'OPEN' } },
    });
  });

  it('is closed on a message of more than 16 kB', async () => {
    const socket = new WebSocket(socketUrl(house.portal), 'graphql-transport-ws');
    await new Promise((open) => socket.on('open', open));
    socket.send(JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(17_000) } }));
    expect(await new Promise((closed) => socket.on('close', closed))).toBe(1009);
  });
});

describe('the context of a subscription', () => {
  it('has the language of connection_init, and its faults are ours', async () => {
    const schema = buildSchema('type Query { x: Int } type Subscription { language: String broken: String }');
    const { language, broken } = schema.getSubscriptionType()?.getFields() ?? {};
    if (!language || !broken) throw new Error('the schema has no such field');
    language.subscribe = async function* (_, __, context: { locale?: string }) {
      yield { language: context.locale ?? 'none' };
    };
    broken.subscribe = async function* () {
      yield {};
    };
    broken.resolve = () => {
      throw new GraphQLError('row 3171234567890123', { originalError: new Error('3171234567890123') });
    };
    const web = Fastify();
    let down = false;
    const stop = serveLive(web, schema, {
      ...{ origin: 'http://localhost:1', production: false, log: house.log },
      connect: async (_, locale) => {
        if (down) throw new Error('the database is away: 3171234567890123');
        return { locale } as never;
      },
    });
    await web.listen({ host: '127.0.0.1', port: 0 });
    const ask = (locale?: string) => page(house.browser(), { server: web, ...(locale ? { locale } : {}) });
    expect(await listen(ask('en'), 'subscription { language }')()).toEqual({ data: { language: 'en' } });
    expect(await listen(ask(), 'subscription { language }')()).toEqual({ data: { language: 'none' } });
    const event = await listen(ask(), 'subscription { broken }')();
    expect(event.errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(event)).not.toContain('3171234567890123');
    down = true;
    const errors = await refused(ask(), 'subscription { language }');
    expect(errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(JSON.stringify(errors)).not.toContain('3171234567890123');
    for (const open of pages.splice(0)) await open.dispose();
    await stop();
    await web.close();
  });
});
