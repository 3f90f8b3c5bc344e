import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { openCarrier, type RecipientReport, readCarriersFile } from '@sampai/carriers';
import { freePort, type PostOffice, startPostOffice } from '@sampai/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeBounces } from '#app/bounces';
import { ConfigError, readConfig } from '#config/env';
import { openNotices } from '#platform/notices';
import { type House, openHouse, QUICK_ROUNDS } from '#testing/house';
import { type DeliveryPorts, openRoutes, runDispatcher, type Stuck, settleBounce } from './index.ts';

// The whole way with real sockets: worker, SMTP, a relay that takes the mail and thinks otherwise later, the mailbox for
// what comes back.
const DOMAIN = 'bounce.pajak.example';

let house: House;
let office: PostOffice;
let ports: DeliveryPorts;
const stuck: Stuck[] = [];
const undo: (() => Promise<void>)[] = [];

beforeAll(async () => {
  house = await openHouse();
  const bouncePort = await freePort();
  office = await startPostOffice({ httpPort: 0, smtpPort: 0, smppPort: 0, bouncePort });
  const file = {
    sender: { name: 'Sampai', address: 'sampai@pajak.example', host: 'localhost', bounceDomain: DOMAIN },
    routes: [
      {
        name: 'relay',
        kind: 'smtp',
        host: '127.0.0.1',
        port: office.ports.smtp,
        lanes: ['mail:*'],
        bundled: true,
      },
    ],
  };
  const carriers = readCarriersFile(JSON.stringify(file), 'test');
  const notices = await openNotices(house.database.url, house.log);
  const routes = await openRoutes(carriers, openCarrier);
  ports = {
    ...house.deliveryPorts,
    onStuck(tx, told) {
      stuck.push(told);
      return house.deliveryPorts.onStuck(tx, told);
    },
  };
  const worker = await runDispatcher({ ...house, ports, routes, notices, rounds: QUICK_ROUNDS });
  const intake = await takeBounces({ host: '127.0.0.1', bouncePort }, carriers, {
    ...{ ...house, ports, routesLeft: routes.left },
  });
  undo.push(
    ...[worker.stop, routes.close, notices.close, async () => intake?.close(), office.close, house.close],
  );
});
afterAll(async () => {
  for (const step of undo) await step();
});

/** Somebody asks for a code by mail: the token's id. */
async function askFor(address: string): Promise<string> {
  const account = crypto.randomUUID();
  const issued = await house.db.inTransaction((tx) =>
    house.tokens.issue(tx, {
      ...{ purpose: 'SUBMIT_RETURN', subject: `taxpayer:${account}`, account, binding: new Uint8Array(32) },
      ...{ destination: house.delivery.destination('EMAIL', address, 'b••i@gmail.com'), flowHash: null },
      ...{ network: 'n', locale: 'id', acceptPrice: null },
    }),
  );
  if (!issued.ok) throw new Error(issued.code);
  return issued.token.id;
}
/** What a far server says of a recipient. */
function about(
  action: RecipientReport['action'],
  { final, original }: { final?: string; original?: string },
): RecipientReport {
  const typed = (address?: string) => (address === undefined ? null : `rfc822; ${address}`);
  const refusal = action === 'failed' || action === 'delayed' ? ({ scope: 'recipient' } as const) : null;
  return {
    original: typed(original),
    final: typed(final),
    action,
    status: null,
    diagnostic: action,
    refusal,
  };
}
const storyOf = async (ref: string) =>
  (await house.delivery.timeline(house.db.read, ref)).map(({ kind, reply }) => [kind, reply]);
const stateOf = async (ref: string) => {
  const [row] = await house.database.query('SELECT id, state FROM message WHERE content_ref = $1', [ref]);
  return row;
};

it('a code by mail comes with the code in subject and first line, no link, and its end', async () => {
  const ref = await askFor('siti@gmail.com');
  const mail = await office.nextMessage('siti@gmail.com', { after: 0 });
  const parts = office.inbox.parts(mail.id);
  const code = mail.code ?? 'none';
  expect(mail.subject).toContain(code);
  expect(mail.text.split('\n')[0]).toContain(code);
  expect(`${mail.text}${parts?.html}`).not.toMatch(/https?:|www\.|href|<a\b|<img/i);
  const row = await house.until(() => stateOf(ref));
  expect(parts?.returnPath).toBe(`bounce+${row.id}@${DOMAIN}`);
  const headers = new Map(parts?.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const [{ end } = {}] = await house.database.query(
    `SELECT floor(extract(epoch FROM expires_at)) AS end FROM message WHERE content_ref = $1`,
    [ref],
  );
  expect(Math.floor(Date.parse(headers.get('expires') ?? '') / 1000)).toBe(Number(end));
});

it('a mail that comes back later ends refused, with what the far server said and nobody named (R43)', async () => {
  office.faults.add({ match: { to: 'budi@gmail.com' }, fault: { kind: 'bounce', status: '5.1.1' } });
  const ref = await askFor('budi@gmail.com');
  await house.until(async () => (await stateOf(ref))?.state === 'REFUSED');
  expect(await storyOf(ref)).toEqual([
    ['QUEUED', null],
    ['SENT_ON', expect.stringMatching(/^250 /)],
    ['REFUSED', '550 5.1.1 <<address>>: as ordered'],
  ]);
  // What came back was not accepted after all, in the figures of its lane.
  await house.until(
    async () =>
      (await house.database.query('SELECT 1 FROM lane_minute WHERE returned = 1 AND refused = 1'))[0],
  );
});

it('a mail that is still being tried stays on its way, and its story says so', async () => {
  office.faults.add({ match: { to: 'rina@yahoo.com' }, fault: { kind: 'bounce', status: '4.4.1' } });
  const ref = await askFor('rina@yahoo.com');
  await house.until(async () => (await storyOf(ref)).some(([kind]) => kind === 'DEFERRED'));
  expect(await stateOf(ref)).toMatchObject({ state: 'SENT_ON' });
});

it('a mail reported as delivered counts as delivered, which a later report does not take back', async () => {
  office.faults.add({ match: { to: 'dewi@yahoo.com' }, fault: { kind: 'bounce', status: '2.0.0' } });
  const ref = await askFor('dewi@yahoo.com');
  const row = await house.until(async () => {
    const it = await stateOf(ref);
    return it?.state === 'DELIVERED' && it;
  });
  const late = { messageId: String(row.id), reports: [about('failed', { final: 'dewi@yahoo.com' })] };
  const needs = { ...house, ports: house.deliveryPorts, routesLeft: () => false };
  expect(await settleBounce(needs, late)).toBe('taken');
  expect(await stateOf(ref)).toMatchObject({ state: 'DELIVERED' });
  // For nobody, for no message at all: the mail server says so to whoever sent it.
  for (const messageId of ['m-1', crypto.randomUUID()])
    expect(await settleBounce(needs, { ...late, messageId })).toBe('unknown');
});

describe('a report about another mailbox than ours, to which a forward led', () => {
  /** A mail that its relay has taken, and the word for what comes back about it. */
  async function taken(address: string) {
    const ref = await askFor(address);
    const { id } = await house.until(async () => {
      const row = await stateOf(ref);
      return row?.state === 'SENT_ON' && row;
    });
    const needs = { ...house, ports, routesLeft: () => false };
    const hear = (...reports: RecipientReport[]) => settleBounce(needs, { messageId: String(id), reports });
    return { ref, hear };
  }

  it.each(['delivered', 'delayed', 'relayed'] as const)(
    'changes nothing where it was %s there',
    async (action) => {
      const { ref, hear } = await taken(`${action}@gmail.com`);
      const before = await storyOf(ref);
      expect(await hear(about(action, { final: 'lain@x.id' }))).toBe('taken');
      expect(await stateOf(ref)).toMatchObject({ state: 'SENT_ON' });
      expect(await storyOf(ref)).toEqual(before);
    },
  );

  it('ends our mail where it failed on every way, and says nothing against our address', async () => {
    const { ref, hear } = await taken('teruskan@gmail.com');
    const lost = about('failed', { final: 'lain@x.id' });
    await hear(lost, about('delivered', { final: 'kedua@x.id' }));
    expect(await stateOf(ref)).toMatchObject({ state: 'SENT_ON' });
    await hear(lost);
    const [message] = await house.delivery.messages(house.db.read, ref, new Date());
    expect(message).toMatchObject({ state: 'REFUSED', refusal: 'MESSAGE' });
    expect(stuck.find((one) => one.ref === ref)).toMatchObject({ reason: 'refused', ofAddress: false });
  });

  it('is ours where it names whom we wrote to', async () => {
    const { ref, hear } = await taken('asal@gmail.com');
    await hear(about('delivered', { final: 'lain@x.id', original: 'Asal@Gmail.com' }));
    expect(await stateOf(ref)).toMatchObject({ state: 'DELIVERED' });
  });

  it("is nobody's where its return path names an SMS", async () => {
    const { ref, hear } = await taken('sms@gmail.com');
    await house.database.query(`UPDATE message SET channel = 'SMS' WHERE content_ref = $1`, [ref]);
    expect(await hear(about('failed', {}))).toBe('unknown');
  });
});

describe('a provider that refuses us as a whole after our relay has taken the mail', () => {
  const LANE = 'mail:outlook';
  const laneIs = (state: string) =>
    house.until(async () => {
      const [lane] = await house.database.query('SELECT state, reason FROM lane_health WHERE lane = $1', [
        LANE,
      ]);
      return lane?.state === state && lane;
    });

  it('says nothing against the mailbox, and one person is no evidence against it', async () => {
    office.faults.add({ match: { domain: 'outlook.com' }, fault: { kind: 'bounce', status: '5.7.28' } });
    const ref = await askFor('agus@outlook.com');
    await house.until(async () => (await stateOf(ref))?.state === 'REFUSED');
    const helped = await house.until(() => stuck.find((one) => one.ref === ref));
    expect(helped).toMatchObject({ reason: 'provider-refusal', ofAddress: false, tried: ['relay'] });
    const [token] = await house.delivery.messages(house.db.read, ref, new Date());
    expect(token).toMatchObject({ state: 'REFUSED', refusal: 'PROVIDER' });
    await house.until(
      async () =>
        (await house.database.query(`SELECT 1 FROM lane_voice WHERE lane = $1 AND kind = 'STOP'`, [LANE]))[0],
    );
    expect(await house.database.query('SELECT stops FROM lane_pace WHERE lane = $1', [LANE])).toEqual([
      { stops: 0 },
    ]);
  });

  it('turns its lane red, as if it had refused at once (R42)', async () => {
    await askFor('wati@outlook.com');
    expect(await laneIs('RED')).toMatchObject({ reason: 'provider-refusal' });
  });

  it('is no reason to wait for what it only delays: the code is helped at once, and goes on', async () => {
    office.faults.add({ match: { domain: 'icloud.com' }, fault: { kind: 'bounce', status: '4.7.28' } });
    const ref = await askFor('joko@icloud.com');
    const helped = await house.until(() => stuck.find((one) => one.ref === ref));
    expect(helped).toMatchObject({ reason: 'provider-refusal' });
    // Its owner is told in the transaction that writes it down.
    await house.until(
      async () => (await house.delivery.messages(house.db.read, ref, new Date()))[0]?.state === 'LATE',
    );
  });
});

describe('the mailbox for what comes back', () => {
  const config = readConfig({ DATABASE_URL: 'postgresql://h/d', KEYS_FILE: '/k', CARRIERS_FILE: '/c' });
  const warned: unknown[] = [];
  /** As a worker opens it, with this sender and a route for mail. */
  const open = (bouncePort: number | null, more: object = { bounceDomain: DOMAIN }, kind = 'smtp') => {
    const sender = { name: 'S', address: 's@x.id', host: 'x.id', ...more };
    const way = kind === 'smtp' ? { lanes: ['mail:*'] } : { lanes: ['sms:*'], systemId: 's' };
    const routes = [{ name: 'r', kind, host: 'h', port: 1, ...way }];
    const carriers = readCarriersFile(JSON.stringify({ sender, routes }), 'test');
    const log = Object.assign(Object.create(house.log), {
      warn: (...said: unknown[]) => void warned.push(said),
    }) as House['log'];
    const needs = { ...house, log, ports: house.deliveryPorts, routesLeft: () => false };
    return takeBounces({ ...config, bouncePort }, carriers, needs);
  };

  it('is not opened without a port, and the log says so where mail is sent, and what is missing', async () => {
    expect(await open(null)).toBeUndefined();
    expect(await open(null, {})).toBeUndefined();
    expect(await open(null, {}, 'smpp')).toBeUndefined();
    const sentence = 'this worker takes no mail that comes back (docs/OPERATING.md)';
    expect(warned).toEqual([
      [{ missing: ['BOUNCE_PORT'] }, sentence],
      [{ missing: ['sender.bounceDomain in the carriers file', 'BOUNCE_PORT'] }, sentence],
    ]);
  });

  it('is refused in a sentence where the domain is missing, or the port is taken', async () => {
    await expect(open(2526, {})).rejects.toThrow(/^BOUNCE_PORT is set, but .* no sender\.bounceDomain\.$/);
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as AddressInfo;
    const refused = open(port);
    await expect(refused).rejects.toThrow(
      `BOUNCE_PORT ${port} is taken: set another one, or leave it unset.`,
    );
    await expect(refused).rejects.toBeInstanceOf(ConfigError);
    await once(squatter.close(), 'close');
  });
});
