import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { PostOffice } from '@sampai/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Carrier, DeliveryReceipt } from '../../index.ts';
import { BUDI, freePorts, messageTo, openOffice, openTo, type Ports, TEXT } from '../../testing/lab.ts';

const require = createRequire(import.meta.url);
type Answered = { command: string; command_status: number };
type Texting = {
  on(command: string, heard: (pdu: { response(): unknown }) => void): void;
  send(pdu: unknown): void;
  deliver_sm(fields: object, answered: (response: Answered) => void): void;
  data_sm(fields: object, answered: (response: Answered) => void): void;
  destroy(): void;
};

let ports: Ports;
let office: PostOffice;
const opened: Carrier[] = [];
beforeEach(async () => {
  ports = await freePorts();
  office = await openOffice(ports);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((carrier) => carrier.close()));
  await office.close();
});
async function open(more: object = {}) {
  const carrier = await openTo(ports, 'SMS', more);
  opened.push(carrier);
  let tell: (receipt: DeliveryReceipt) => void = () => {};
  const receipt = new Promise<DeliveryReceipt>((resolve) => {
    tell = resolve;
  });
  carrier.onReceipt((it) => tell(it));
  return { carrier, receipt, send: (more: object = {}) => carrier.send(messageTo(BUDI.SMS, more)) };
}

test('the line that binds the code to our site arrives intact in each alphabet a carrier may read', async () => {
  for (const alphabet of ['gsm', 'latin1', 'ia5', 'default-latin1'] as const) {
    office.smsc.habits.defaultAlphabet = alphabet === 'default-latin1' ? 'latin1' : 'gsm';
    const { send } = await open({ alphabet });
    await send();
    expect(office.messages(BUDI.SMS)[0]?.text, alphabet).toBe(TEXT);
  }
  const { send } = await open();
  await send({ text: 'Kode \u201c482913\u201d' });
  expect(office.messages(BUDI.SMS)[0]).toMatchObject({ text: 'Kode \u201c482913\u201d', from: 'Sampai' });
});

test('a receipt names the message it is about', async () => {
  const { send, receipt } = await open();
  const outcome = await send();
  const providerId = outcome.kind === 'accepted' && outcome.providerId;
  expect(await receipt).toEqual({
    providerIds: [providerId],
    state: 'delivered',
    doneAt: expect.stringMatching(/^\d{10}$/),
  });
});

test('a receipt that comes before anybody listens waits for who does', async () => {
  const carrier = await openTo(ports, 'SMS');
  opened.push(carrier);
  const first = await carrier.send(messageTo(BUDI.SMS));
  // What the SMSC says to these comes over the same line behind the receipt.
  for (let n = 0; n < 5; n += 1) await carrier.send(messageTo(BUDI.SMS));
  const receipts: DeliveryReceipt[] = [];
  const all = new Promise<void>((resolve) =>
    carrier.onReceipt((it) => {
      if (receipts.push(it) === 6) resolve();
    }),
  );
  await all;
  expect(receipts[0]?.providerIds).toEqual([first.kind === 'accepted' && first.providerId]);
});

test('a receipt in decimal of a hexadecimal id, by text alone, with long dates, names it too', async () => {
  Object.assign(office.smsc.habits, {
    receiptIds: 'decimal',
    receiptTlvs: false,
    receiptDates: 12,
    receiptSeconds: 0.02,
  });
  const { send, receipt } = await open();
  const outcome = await send();
  expect(await receipt).toMatchObject({
    providerIds: [outcome.kind === 'accepted' && outcome.providerId],
    state: 'delivered',
  });
});

test('a receipt before the response carries every spelling its id may have', async () => {
  Object.assign(office.smsc.habits, { receiptIds: 'decimal', receiptFirst: true });
  const { send, receipt } = await open();
  const outcome = await send();
  expect((await receipt).providerIds).toContain(outcome.kind === 'accepted' && outcome.providerId);
});

test('a code that outlives itself at the carrier is never shown, and its receipt says expired (R67)', async () => {
  office.faults.add({ match: {}, fault: { kind: 'delay', seconds: 0.05 } });
  const { send, receipt } = await open();
  const now = office.clock.now();
  await send({ now, expiresAt: new Date(now.getTime() + 20) });
  expect(await receipt).toMatchObject({ state: 'expired', networkError: '6' });
  expect(office.messages(BUDI.SMS)).toEqual([]);
});

test('a receipt is only confirmed once it is taken: one that could not be kept comes again', async () => {
  const { carrier, send } = await open();
  const states: string[] = [];
  let broken = true;
  const kept = new Promise<void>((resolve) => {
    carrier.onReceipt(async ({ state }) => {
      states.push(state);
      if (broken) throw new Error('the database is away');
      resolve();
    });
  });
  await send();
  await expect.poll(() => states.length).toBe(1);
  broken = false;
  office.smsc.cutLines();
  await kept;
  expect(states).toEqual(['delivered', 'delivered']);
});

test.each([
  ['refuses', 'noTransceiver'],
  ['never answers', 'silentTransceiver'],
] as const)('a carrier that %s a transceiver gets a transmitter and a receiver', async (_, bind) => {
  office.smsc.habits.bind = bind;
  const { send, receipt } = await open();
  expect(await send()).toMatchObject({ kind: 'accepted' });
  expect(await receipt).toMatchObject({ state: 'delivered' });
  expect(office.smsc.lines()).toBe(2);
});

test('one that once did not answer a transceiver in time gets one again when its line falls', async () => {
  office.smsc.habits.bind = 'silentTransceiver';
  const { send } = await open();
  await send();
  await expect.poll(office.smsc.lines).toBe(2);
  office.smsc.habits.bind = 'any';
  office.smsc.cutLines();
  await expect.poll(async () => (await send()).kind).toBe('accepted');
  await expect.poll(office.smsc.lines).toBe(1);
});

test('one that gives no receiver sends on, and says that it hears nothing and why, until it does', async () => {
  office.smsc.habits.bind = 'onlyTransmitter';
  const { carrier, send } = await open();
  expect(await send()).toMatchObject({ kind: 'accepted' });
  await expect.poll(() => carrier.deaf?.()).toBe('ESME_RBINDFAIL (0x0d)');
  expect(carrier.hears?.()).toBe(false);
  office.smsc.habits.bind = 'any';
  await expect.poll(() => carrier.hears?.()).toBe(true);
  expect(carrier.deaf?.()).toBeUndefined();
});

test('one that takes nothing either is not called deaf: it has no line at all', async () => {
  office.smsc.habits.bind = 'onlyTransmitter';
  const { carrier, send } = await open();
  await send();
  await expect.poll(() => carrier.deaf?.()).toBeDefined();
  office.smsc.habits.password = 'another';
  office.smsc.cutLines();
  await expect.poll(() => carrier.deaf?.()).toBeUndefined();
  expect(carrier.hears?.()).toBe(false);
});

test('a transceiver hears, and so does a pair; who asks for no receipts hears none, and misses none', async () => {
  for (const bind of ['transceiver', 'pair'] as const) {
    const { carrier, send } = await open({ bind });
    await send();
    await expect.poll(() => carrier.hears?.()).toBe(true);
    expect(carrier.deaf?.()).toBeUndefined();
  }
  office.smsc.habits.bind = 'onlyTransmitter';
  const { carrier, send } = await open({ receipts: false });
  await send();
  expect([carrier.hears?.(), carrier.deaf?.()]).toEqual([false, undefined]);
});

test('a wrong password is said as the carrier said it, and tried no other way', async () => {
  office.smsc.habits.password = 'another';
  const { send } = await open();
  expect(await send()).toEqual({ kind: 'deferred', scope: 'route', reply: 'ESME_RINVPASWD (0x0e)' });
  expect(JSON.stringify(await open())).not.toContain('s3cret');
});

test('an SMSC that has forgotten our bind is bound to again, once for all that it answered so', async () => {
  const wire = await wireThatStalls(ports.smppPort);
  const { send } = await open({ port: wire.port });
  await send();
  office.faults.add({ match: {}, fault: { kind: 'defer', reply: 'ESME_RINVBNDSTS', times: 2 } });
  for (const outcome of await Promise.all([send(), send()]))
    expect(outcome).toMatchObject({ scope: 'route', reply: 'ESME_RINVBNDSTS (0x04)' });
  await expect.poll(wire.opened).toBe(2);
  await expect.poll(async () => (await send()).kind).toBe('accepted');
  expect(wire.opened()).toBe(2);
  wire.close();
});

test('a carrier that takes the connection and says nothing defers in time', async () => {
  const mute = createServer(() => {}).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const address = mute.address();
  const { send } = await open({ port: typeof address === 'object' ? address?.port : 0, connectSeconds: 1.2 });
  expect(await send()).toMatchObject({
    kind: 'deferred',
    scope: 'route',
    reply: expect.stringMatching(/^(NOT_CONNECTED|BIND_SILENT)$/),
  });
  mute.close();
});

test('a full window makes the rest wait, and those it cannot serve in time are deferred', async () => {
  office.faults.add({ match: {}, fault: { kind: 'silent' } });
  const { send } = await open({ window: 2, responseSeconds: 1, connectSeconds: 0.4 });
  const outcomes = await Promise.all([send(), send(), send()]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'deferred']);
  expect(outcomes[2]).toMatchObject({ scope: 'route', reply: 'WINDOW_FULL' });
});

test('an SMSC that is slow with an answer is not dead: it answers probes, and keeps its line', async () => {
  const { send } = await open({ responseSeconds: 1 });
  await send();
  office.faults.add({ match: {}, fault: { kind: 'silent', times: 3 } });
  const slow = [send(), send(), send()];
  for (const outcome of await Promise.all(slow))
    expect(outcome).toEqual({ kind: 'unknown', reason: 'no response to submit_sm in time' });
  expect(await send()).toMatchObject({ kind: 'accepted' });
  expect(office.smsc.lines()).toBe(1);
});

test('a line that swallows everything is hung up as soon as an answer is overdue, and the next one serves', async () => {
  const wire = await wireThatStalls(ports.smppPort);
  const { send } = await open({ port: wire.port, responseSeconds: 1 });
  await send();
  wire.stall();
  const began = performance.now();
  expect(await send()).toMatchObject({ kind: 'unknown' });
  expect(await send()).toMatchObject({ kind: 'accepted' });
  // Before, it took the answer's time and a probe's on top.
  expect(performance.now() - began).toBeLessThan(1_700);
  wire.close();
});

test('a line that swallows everything is hung up by its heartbeat, too, while nobody waits for an answer', async () => {
  const wire = await wireThatStalls(ports.smppPort);
  const { send } = await open({ port: wire.port, responseSeconds: 1, enquireSeconds: 1 });
  await send();
  wire.stall();
  await expect.poll(wire.opened, { timeout: 5_000 }).toBe(2);
  expect(await send()).toMatchObject({ kind: 'accepted' });
  wire.close();
});

/** A way to the SMSC; what goes over the connections that stand is swallowed from `stall` on. New ones work. */
async function wireThatStalls(port: number) {
  const pairs: Socket[][] = [];
  const server = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port });
    near.pipe(far);
    far.pipe(near);
    for (const one of [near, far]) one.on('error', () => {});
    pairs.push([near, far]);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    opened: () => pairs.length,
    stall() {
      for (const one of pairs.flat()) one.unpipe().resume();
    },
    close() {
      for (const one of pairs.flat()) one.destroy();
      server.close();
    },
  };
}

test('a text too long for short_message goes whole', async () => {
  const { send } = await open();
  await send({ text: 'panjang '.repeat(60) });
  expect(office.messages(BUDI.SMS)[0]?.text).toBe('panjang '.repeat(60));
});

/** An SMSC of our own that brings one thing as soon as we bind, and how that is answered. */
async function smscThatBrings(command: 'deliver_sm' | 'data_sm', fields: object) {
  const answer = Promise.withResolvers<Answered>();
  const smsc = require('smpp').createServer((session: Texting) => {
    session.on('bind_transceiver', (pdu) => {
      session.send(pdu.response());
      session[command](fields, answer.resolve);
    });
    session.on('error', () => session.destroy());
  });
  smsc.listen(0, '127.0.0.1');
  await once(smsc, 'listening');
  return { port: smsc.address().port, answer: answer.promise, close: () => smsc.close() };
}

test.each([
  ['deliver_sm', { short_message: 'STOP' }],
  ['data_sm', { message_payload: 'STOP' }],
] as const)(
  'a text that somebody sends us (%s) is taken, so that it does not come again, and is no receipt',
  async (command, text) => {
    const smsc = await smscThatBrings(command, { source_addr: '6281234561234', ...text });
    const { receipt } = await open({ port: smsc.port });
    expect(await smsc.answer).toMatchObject({ command: `${command}_resp`, command_status: 0 });
    expect(await Promise.race([receipt, Promise.resolve('none')])).toBe('none');
    smsc.close();
  },
);

test('a receipt that comes by data_sm, in its optional parameters, is taken, and answered once it is', async () => {
  const fields = { esm_class: 4, receipted_message_id: 'b7-1', message_state: 2 };
  const smsc = await smscThatBrings('data_sm', fields);
  const carrier = await openTo(ports, 'SMS', { port: smsc.port });
  opened.push(carrier);
  const [heard, kept] = [Promise.withResolvers<DeliveryReceipt>(), Promise.withResolvers<void>()];
  carrier.onReceipt((it) => {
    heard.resolve(it);
    return kept.promise;
  });
  expect(await heard.promise).toEqual({ providerIds: ['b7-1'], state: 'delivered' });
  kept.reject(new Error('the database is away'));
  expect(await smsc.answer).toMatchObject({ command: 'data_sm_resp', command_status: 0x64 });
  smsc.close();
});
