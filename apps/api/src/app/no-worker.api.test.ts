import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeDeskServer } from '#app/desk-server';
import { subjectOf } from '#platform/caller';
import { makeBrowser } from '#testing/browser';
import { type House, heartbeats, openHouse } from '#testing/house';
import { codeFor } from '#testing/tokens';

const XL = '+6281734';
const STATUS = `{ serviceStatus { incidents { title until affects statements { kind text } } arrival { via health } } }`;

const LOOK_UP = `mutation ($input: LookUpInput!) { lookUp(input: $input) {
  ... on Look { taxpayer { tokens { messages { waitsForUs unheard sentOnAt reason } } } } } }`;

let house: House;
beforeAll(async () => {
  house = await openHouse({}, undefined, { silentMs: 15_000, gapMs: 6_000, graceMs: 0 });
  // What was known of the carrier before.
  await house.database.query(
    `INSERT INTO lane_health (lane, state, reason) VALUES ('sms:xl', 'RED', 'slow')`,
  );
  await house.database.query(
    `INSERT INTO lane_seen (lane, name, channel, health, since, reason) VALUES ('sms:xl', 'XL', 'SMS', 'RED', app_now(), 'slow')`,
  );
});
afterAll(() => house.close());

let count = 100_000;
let id: string;
let identifier: string;
let phone: string;
let email: string;
beforeEach(async () => {
  count += 1;
  phone = `${XL}${count}`;
  email = `henti${count}@gmail.com`;
  ({ id, identifier } = await house.taxpayer({ passwordHash: 'unused', phone, email }));
});

const viewer = () => ({ subject: subjectOf(id), flowHash: null });
const view = async (tokenId: string) =>
  (await house.tokens.view(viewer(), tokenId)) ?? expect.fail('no token');
const status = async () => (await house.browser().send(STATUS)).data.serviceStatus;
const get = async (url: string) => (await house.portal.inject({ url })).body;
const die = () => heartbeats(house.database, new Date(Date.now() - 60_000).toISOString());
/** What an agent reads of a taxpayer. */
async function lookAt(identifier: string) {
  const data = { login: 'ani', name: 'Ani', team: 'Kring Pajak', passwordHash: await hash('Meja-Ani-2024') };
  await house.db.read.agent.create({ data });
  const desk = await makeDeskServer(house.config, house, house, { app: false });
  const agent = makeBrowser(desk);
  await agent.send('mutation { signIn(input: { login: "ani", password: "Meja-Ani-2024" }) { __typename } }');
  const { data: found } = await agent.send(LOOK_UP, { input: { identifier } });
  await desk.close();
  return found.lookUp;
}
const standsStill = (still: boolean) =>
  house.until(async () => ((await house.delivery.life()).standsStillFor !== null) === still);

describe('while no worker is alive', () => {
  it('a code waits for us, and no other way is advised that would stand still as well', async () => {
    const token = await codeFor(house, id, { to: phone });
    expect((await view(token.id)).messages[0]).toMatchObject({ state: 'QUEUED', heldByUs: null });
    await die();
    await standsStill(true);
    await house.advance(70);
    const seen = await view(token.id);
    expect(seen).toMatchObject({ advice: null, resendAt: expect.any(Date) });
    expect(seen.messages[0]).toMatchObject({ state: 'LATE', heldByUs: 'not-sent', health: 'UNKNOWN' });
    const again = await house.tokens.resend(viewer(), {
      ...{ tokenId: token.id, channel: 'EMAIL', acceptPrice: null, locale: 'id' },
    });
    expect(again).toMatchObject({ verdict: 'would-not-help', advice: null, ours: true });
  });

  it('a message that its carrier has is told as that, and that it is us who do not hear: to agents as well', async () => {
    const token = await codeFor(house, id, { to: phone });
    await house.database.query(
      `UPDATE message SET state = 'SENT_ON', sent_on_at = app_now(), patience_until = app_now() + interval '20 seconds'
       WHERE content_ref = $1`,
      [token.id],
    );
    await house.advance(30);
    const [message] = (await view(token.id)).messages;
    expect(message).toMatchObject({ state: 'LATE', heldByUs: 'not-heard' });
    const look = await lookAt(identifier);
    expect(look.taxpayer.tokens[0].messages).toMatchObject([
      {
        waitsForUs: false,
        unheard: true,
        sentOnAt: expect.any(String),
        reason: expect.stringContaining('XL'),
      },
    ]);
  });

  it('whoever watches is told: readiness, and a metric', async () => {
    expect(JSON.parse(await get('/readyz'))).toEqual({ ok: true, sending: false });
    expect(await get('/metrics')).toMatch(/sampai_workers_alive 0\n/);
    expect(await get('/metrics')).toMatch(/sampai_lanes_judged_seconds_ago [1-9]/);
  });

  it('the status page says that it is us, and no longer what carriers did before', async () => {
    await house.db.inTransaction(house.status.sweep);
    await house.db.inTransaction(house.status.sweep);
    await house.until(async () => (await status()).incidents.length > 0);
    const { incidents, arrival } = await status();
    expect(incidents).toMatchObject([
      { title: 'Pengiriman kode kami sedang terhenti', until: null, affects: ['SMS', 'email'] },
    ]);
    expect(incidents[0].statements).toMatchObject([{ text: expect.stringContaining('bukan di operator') }]);
    expect(arrival.find(({ via }: { via: string }) => via === 'XL').health).toBe('UNKNOWN');
  });

  it('agents are told the same of every caller, whatever their lanes', async () => {
    expect(await house.status.openAbout(['sms:tri'], 'en')).toMatchObject([
      { title: 'Our own sending of codes stands still' },
    ]);
    const desk = await makeDeskServer(house.config, house, house, { app: false });
    const notices = await desk.inject({
      ...{ method: 'POST', url: '/graphql', payload: { query: '{ notices { incidents { title } } }' } },
    });
    expect(notices.body).toContain('Pengiriman kode kami sedang terhenti');
    await desk.close();
  });
});

describe('when a worker is alive again', () => {
  it('what waited goes out by its own way, and nobody is sent another message for it', async () => {
    const token = await codeFor(house, id, { to: email });
    await house.advance(120); // longer than anybody is patient with a carrier
    await house.work();
    await house.until(async () => (await view(token.id)).messages[0]?.sentOnAt);
    await standsStill(false);
    expect((await view(token.id)).messages).toMatchObject([
      { channel: 'EMAIL', heldByUs: null, stuckAt: null },
    ]);
    expect(house.carriers.sms.sent.filter(({ to }) => to === phone)).toEqual([]);
    const late = await house.database.query(`SELECT coalesce(sum(late), 0)::int AS late FROM lane_minute`);
    expect(late).toEqual([{ late: 0 }]);
  });

  it('the incident goes on until it has been alive for two minutes, and then closes by itself', async () => {
    await house.database.query(`UPDATE lane_seen SET health = 'GREEN'`); // XL's own trouble is another story
    await house.db.inTransaction(house.status.sweep);
    expect((await status()).incidents).toMatchObject([{ until: null }]);
    await house.database.query(
      `UPDATE heartbeat SET since = since - interval '2 minutes' WHERE task = 'SEND'`,
    );
    await house.until(async () => ((await house.delivery.life()).sendingFor ?? 0) >= 120);
    await house.db.inTransaction(house.status.sweep);
    house.status.forget();
    const { incidents } = await status();
    expect(incidents).toMatchObject([{ until: expect.any(String) }]);
    expect(incidents[0].statements[0]).toMatchObject({ kind: 'RECOVERED' });
  });
});
