import { type openCarrier, readCarriersFile, routeDigest } from '@sampai/carriers';
import { certify, type Report } from '@sampai/carriers/certify';
import { type PostOffice, startPostOffice } from '@sampai/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNotices } from '#platform/notices';
import { fakeCarrier } from '#testing/fake-carrier';
import { type House, openHouse, QUICK_ROUNDS } from '#testing/house';
import {
  closeUnserved,
  followRoutes,
  laneStates,
  letRouteIn,
  newestApprovals,
  openRoutes,
  runDispatcher,
  takeRouteBack,
} from './index.ts';

const SMARTFREN = '+6288112345678';
const BY = 'Sri Wahyuni';
/** What our own post office is not made to show in this run. */
const waivers = Object.fromEntries(['tls', 'throughput', 'throttle'].map((id) => [id, 'a test']));

let house: House;
let office: PostOffice;
let route: { name: string; lanes: string[]; digest: string };
let report: Report;

beforeAll(async () => {
  house = await openHouse();
  office = await startPostOffice({ httpPort: 0, smtpPort: 0, smppPort: 0, habits: { receiptSeconds: 0 } });
  const smpp = {
    kind: 'smpp',
    host: '127.0.0.1',
    port: office.ports.smpp,
    systemId: 's',
    lanes: ['sms:smartfren'],
    responseSeconds: 0.5,
    reconnectSeconds: 0.3,
  };
  const sender = { name: 'Sampai', address: 'sampai@pajak.example', host: 'localhost' };
  const file = JSON.stringify({ sender, routes: [{ name: 'smartfren', ...smpp }] });
  const [configured] = readCarriersFile(file, 'test').routes;
  if (!configured) throw new Error('no route');
  route = { name: 'smartfren', lanes: configured.lanes, digest: routeDigest(configured, sender) };
  report = await certify(configured, sender, {
    ...{ to: SMARTFREN, now: () => new Date(), count: 5, patience: 1 },
    readBack: async (to) => office.messages(to).map(({ text }) => text),
  });
}, 30_000);
afterAll(async () => {
  await office.close();
  await house.close();
});

/** What somebody with a Smartfren number is told who asks for a code, by a process that has just started. */
async function askByAnother(): Promise<string> {
  const other = await openHouse({}, house);
  const account = crypto.randomUUID();
  const issued = await other.db.inTransaction((tx) =>
    other.tokens.issue(tx, {
      ...{ purpose: 'SUBMIT_RETURN', subject: `taxpayer:${account}`, account, binding: new Uint8Array(32) },
      ...{ destination: other.delivery.destination('SMS', SMARTFREN, '0881••••5678'), flowHash: null },
      ...{ network: account, locale: 'id', acceptPrice: 350n },
    }),
  );
  await other.close();
  return issued.ok ? 'issued' : `${issued.code}, ${issued.why}`;
}

it('numbers of a carrier are written to from its approval on, and no more when it is taken back: each says which (R37)', async () => {
  expect(await askByAnother()).toBe('CHANNEL_UNUSABLE, not yet live');
  expect(await letRouteIn(house, { route, report, by: BY, waivers })).toEqual({
    ok: true,
    lanes: [{ id: 'sms:smartfren', live: true }],
  });
  expect(await askByAnother()).toBe('issued');
  expect(await takeRouteBack(house, { route, by: BY })).toEqual([{ id: 'sms:smartfren', live: false }]);
  expect(await askByAnother()).toBe('CHANNEL_UNUSABLE, withdrawn');
});

it('who let a route in, by which report, and who took it back is kept, and audited', async () => {
  const approvals = () =>
    house.database.query('SELECT approved_by, withdrawn_by, report FROM carrier_approval ORDER BY at');
  const before = (await approvals()).length;
  await letRouteIn(house, { route, report, by: BY, waivers });
  await letRouteIn(house, { route, report, by: 'Made Artha', waivers });
  expect((await approvals()).slice(before)).toEqual([
    { approved_by: BY, withdrawn_by: 'Made Artha', report: report.digest },
    { approved_by: 'Made Artha', withdrawn_by: null, report: report.digest },
  ]);
  expect(await newestApprovals(house.db.read)).toMatchObject([
    { route: 'smartfren', approvedBy: 'Made Artha', withdrawnAt: null, waivers },
  ]);
  const audit = await house.database.query(
    `SELECT actor, action FROM audit_entry WHERE action LIKE 'carrier.%' ORDER BY id DESC LIMIT 1`,
  );
  expect(audit).toEqual([{ actor: 'operator:Made Artha', action: 'carrier.approved' }]);
  // Nor can the application rewrite what a report said.
  await expect(house.db.read.$executeRaw`UPDATE carrier_report SET passing = true`).rejects.toThrow();
});

it('a lane stays open while another approved route serves it', async () => {
  const spare = { ...report, route: 'aggregator', digest: 'a'.repeat(64), lanes: ['sms:*'] };
  const other = { ...route, name: 'aggregator', lanes: ['sms:*'] };
  expect(await letRouteIn(house, { route: other, report: spare, by: BY, waivers })).toMatchObject({
    ok: true,
  });
  await letRouteIn(house, { route, report, by: BY, waivers });
  expect(await takeRouteBack(house, { route, by: BY })).toEqual([]);
  expect(await takeRouteBack(house, { route: other, by: BY })).toContainEqual({
    id: 'sms:smartfren',
    live: false,
  });
});

/** A worker with one route for all mail, which nobody has let in yet. */
async function workWith(name: string, more: object = {}) {
  const relay = { name, kind: 'smtp', host: '127.0.0.1', port: 1, lanes: ['mail:*'], ...more };
  const sender = { name: 'Sampai', address: 'sampai@pajak.example', host: 'localhost' };
  const carrier = fakeCarrier(name, 'EMAIL');
  const open = (async () => carrier) as unknown as typeof openCarrier;
  const config = readCarriersFile(JSON.stringify({ sender, routes: [relay] }), 'test');
  const routes = await openRoutes(config, open);
  const [configured = { name, lanes: relay.lanes, digest: '', bundled: false }] = routes.configured;
  const passed = { ...report, route: name, lanes: relay.lanes, configured: configured.digest };
  const notices = await openNotices(house.database.url, house.log);
  const approvals = await followRoutes({ ...house, notices, routes });
  const dispatcher = await runDispatcher({
    ...{ ...house, ports: house.deliveryPorts, routes, notices },
    rounds: QUICK_ROUNDS,
  });
  return {
    ...{ carrier, routes, configured },
    letIn: () =>
      letRouteIn(house, {
        route: configured,
        report: { ...passed, digest: name.padEnd(64) },
        by: BY,
        waivers,
      }),
    async stop() {
      await dispatcher.stop();
      approvals.stop();
      await notices.close();
    },
  };
}
async function askByMail(address: string): Promise<string> {
  const account = crypto.randomUUID();
  const issued = await house.db.inTransaction((tx) =>
    house.tokens.issue(tx, {
      ...{ purpose: 'SUBMIT_RETURN', subject: `taxpayer:${account}`, account, binding: new Uint8Array(32) },
      ...{ destination: house.delivery.destination('EMAIL', address, '•'), flowHash: null },
      ...{ network: account, locale: 'id', acceptPrice: null },
    }),
  );
  return issued.ok ? issued.token.id : issued.code;
}

it('a route that nobody let in carries nothing, though its lanes are live; taken back, it carries no more at once (R35)', async () => {
  const { carrier, routes, configured, letIn, stop } = await workWith('newcomer');
  const codes = [await askByMail('budi@gmail.com'), await askByMail('budi@kantor.example')];
  for (const ref of codes)
    await house.until(async () =>
      (await house.delivery.timeline(house.db.read, ref)).some(({ kind }) => kind === 'DEFERRED'),
    );
  expect(carrier.sent).toEqual([]);

  expect(await letIn()).toMatchObject({ ok: true });
  await house.advance(3);
  await house.until(() => carrier.sent.length === 2);

  const began = performance.now();
  const closed = await takeRouteBack(house, { route: configured, by: BY });
  expect(closed).toEqual(
    expect.arrayContaining([
      { id: 'mail:gmail', live: false },
      { id: 'mail:*', live: false },
    ]),
  );
  await house.until(() => !routes.mayCarry('newcomer', 'mail:gmail'));
  await house.until(async () => !(await house.delivery.lane('mail:kantor.example')).live);
  expect(performance.now() - began).toBeLessThan(1_000);
  // Domains without a row of their own are closed with the rest.
  for (const address of ['siti@gmail.com', 'siti@kantor.example', 'siti@nobody-knows.example'])
    expect(await askByMail(address)).toBe('CHANNEL_UNUSABLE');
  await stop();
  expect(carrier.sent).toHaveLength(2);
});

it('lanes that a bundled route serves without an approval outlive another route in them, and not its own end', async () => {
  const relay = { name: 'relay', lanes: ['mail:*'], digest: '', bundled: true };
  const { configured, letIn, stop } = await workWith('second');
  expect(await letIn()).toMatchObject({ ok: true });
  expect(await takeRouteBack(house, { route: configured, by: BY, beside: [relay, configured] })).toEqual([]);
  expect((await house.delivery.lane('mail:gmail')).live).toBe(true);
  expect(await takeRouteBack(house, { route: relay, by: BY, beside: [relay] })).toContainEqual({
    ...{ id: 'mail:gmail', live: false },
  });
  await stop();
});

it('where nothing is bundled, lanes that no approved route serves are not live, whatever the database began with (R37)', async () => {
  await letRouteIn(house, { route, report, by: BY, waivers });
  await closeUnserved(house, []);
  expect(await live()).toEqual(['sms:smartfren']);
  await takeRouteBack(house, { route, by: BY });
});
it('a lane that the database began with, and nobody let in, is not withdrawn when it is closed: it never was (R37)', async () => {
  const fresh = await openHouse();
  await closeUnserved(fresh, []);
  const states = await laneStates(fresh.db.read);
  expect(states).toContainEqual({ id: 'sms:tri', live: false, withdrawn: false });
  expect(states.filter((lane) => lane.live || lane.withdrawn)).toEqual([]);
  await fresh.close();
});
it('a lane that no route of development serves is not live, and is again once a bundled one serves it; not where it was taken back (R37)', async () => {
  const fresh = await openHouse();
  const live = async () => (await laneStates(fresh.db.read)).filter((lane) => lane.live).map(({ id }) => id);
  const bundled = (...lanes: string[]) => [{ name: 'office', lanes, digest: '', bundled: true }];
  await closeUnserved(fresh, bundled('sms:tri', 'sms:axis'));
  expect(await live()).toEqual(['sms:axis', 'sms:tri']);
  await closeUnserved(fresh, bundled('sms:tri'));
  expect(await live()).toEqual(['sms:tri']);
  await closeUnserved(fresh, bundled('sms:tri', 'sms:axis'));
  expect(await live()).toEqual(['sms:axis', 'sms:tri']);
  await takeRouteBack(fresh, { route: { name: 'office', lanes: ['sms:axis'] }, by: BY });
  await closeUnserved(fresh, bundled('sms:tri', 'sms:axis'));
  expect(await live()).toEqual(['sms:tri']);
  await fresh.close();
});
const live = async () => (await laneStates(house.db.read)).filter((lane) => lane.live).map(({ id }) => id);

it('a route that was edited since it was let in carries nothing, and its lanes are live again once it is as it was', async () => {
  const first = await workWith('spare', { lanes: ['mail:outlook'] });
  expect(await first.letIn()).toMatchObject({ ok: true });
  await house.until(() => first.routes.mayCarry('spare', 'mail:outlook'));
  await first.stop();

  const edited = await workWith('spare', { lanes: ['mail:outlook'], port: 2 });
  expect(edited.routes.edited()).toEqual(['spare']);
  expect(edited.routes.mayCarry('spare', 'mail:outlook')).toBe(false);
  await closeUnserved(house, edited.routes.configured);
  expect(await live()).not.toContain('mail:outlook');
  expect(await laneStates(house.db.read)).toContainEqual({
    ...{ id: 'mail:outlook', live: false, withdrawn: true },
  });
  await edited.stop();

  const again = await workWith('spare', { lanes: ['mail:outlook'], password: 'rotated' });
  await closeUnserved(house, again.routes.configured);
  expect(await live()).toContain('mail:outlook');
  await house.until(() => again.routes.mayCarry('spare', 'mail:outlook'));
  await again.stop();
  await takeRouteBack(house, { route: again.configured, by: BY });
});

it('a report that is not passing, not this route as it is now, or too old lets nobody in', async () => {
  const refused = async (more: Partial<Report>, its = route) =>
    letRouteIn(house, { route: its, report: { ...report, ...more }, by: BY, waivers });
  expect(await letRouteIn(house, { route, report, by: BY })).toMatchObject({
    ...{ ok: false, code: 'NOT_SHOWN', missing: Object.keys(waivers) },
  });
  expect(await refused({ outcome: 'fails' })).toMatchObject({ ok: false, code: 'NOT_PASSING' });
  expect(await refused({}, { ...route, digest: 'x' })).toMatchObject({ ok: false, code: 'CHANGED_ROUTE' });
  await house.advance(31 * 86_400);
  expect(await refused({})).toMatchObject({ ok: false, code: 'TOO_OLD', reportDays: 30 });
  const [lane] = await house.database.query(`SELECT live FROM lane WHERE id = 'sms:smartfren'`);
  expect(lane).toEqual({ live: false });
});
