import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { BUDI, TEXT } from '../../testing/lab.ts';
import { useSmsc } from '../../testing/smsc.ts';

const smsc = useSmsc();
const { open } = smsc;

test('the line that binds the code to our site arrives intact in each alphabet a carrier may read', async () => {
  for (const alphabet of ['gsm', 'latin1', 'ia5', 'default-latin1'] as const) {
    smsc.office.smsc.habits.defaultAlphabet = alphabet === 'default-latin1' ? 'latin1' : 'gsm';
    const { send } = await open({ alphabet });
    await send();
    expect(smsc.office.messages(BUDI.SMS)[0]?.text, alphabet).toBe(TEXT);
  }
  const { send } = await open();
  await send({ text: 'Kode \u201c482913\u201d' });
  expect(smsc.office.messages(BUDI.SMS)[0]).toMatchObject({
    text: 'Kode \u201c482913\u201d',
    from: 'Sampai',
  });
});

test.each([
  ['refuses', 'noTransceiver'],
  ['never answers', 'silentTransceiver'],
] as const)('a carrier that %s a transceiver gets a transmitter and a receiver', async (_, bind) => {
  smsc.office.smsc.habits.bind = bind;
  const { send, receipt } = await open();
  expect(await send()).toMatchObject({ kind: 'accepted' });
  expect(await receipt).toMatchObject({ state: 'delivered' });
  expect(smsc.office.smsc.lines()).toBe(2);
});

test('one that once did not answer a transceiver in time gets one again when its line falls', async () => {
  smsc.office.smsc.habits.bind = 'silentTransceiver';
  const { send } = await open();
  await send();
  await expect.poll(smsc.office.smsc.lines).toBe(2);
  smsc.office.smsc.habits.bind = 'any';
  smsc.office.smsc.cutLines();
  await expect.poll(async () => (await send()).kind).toBe('accepted');
  await expect.poll(smsc.office.smsc.lines).toBe(1);
});

test('one that gives no receiver sends on, and says that it hears nothing and why, until it does', async () => {
  smsc.office.smsc.habits.bind = 'onlyTransmitter';
  const { carrier, send } = await open();
  expect(await send()).toMatchObject({ kind: 'accepted' });
  await expect.poll(() => carrier.deaf?.()).toBe('ESME_RBINDFAIL (0x0d)');
  expect(carrier.hears?.()).toBe(false);
  smsc.office.smsc.habits.bind = 'any';
  await expect.poll(() => carrier.hears?.()).toBe(true);
  expect(carrier.deaf?.()).toBeUndefined();
});

test('one that takes nothing either is not called deaf: it has no line at all', async () => {
  smsc.office.smsc.habits.bind = 'onlyTransmitter';
  const { carrier, send } = await open();
  await send();
  await expect.poll(() => carrier.deaf?.()).toBeDefined();
  smsc.office.smsc.habits.password = 'another';
  smsc.office.smsc.cutLines();
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
  smsc.office.smsc.habits.bind = 'onlyTransmitter';
  const { carrier, send } = await open({ receipts: false });
  await send();
  expect([carrier.hears?.(), carrier.deaf?.()]).toEqual([false, undefined]);
});

test('a wrong password is said as the carrier said it, and tried no other way', async () => {
  smsc.office.smsc.habits.password = 'another';
  const { send } = await open();
  expect(await send()).toEqual({ kind: 'deferred', scope: 'route', reply: 'ESME_RINVPASWD (0x0e)' });
  expect(JSON.stringify(await open())).not.toContain('s3cret');
});

test('an SMSC that has forgotten our bind is bound to again, once for all that it answered so', async () => {
  const wire = await wireThatStalls(smsc.ports.smppPort);
  const { send } = await open({ port: wire.port });
  await send();
  smsc.office.faults.add({ match: {}, fault: { kind: 'defer', reply: 'ESME_RINVBNDSTS', times: 2 } });
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
  smsc.office.faults.add({ match: {}, fault: { kind: 'silent' } });
  const { send } = await open({ window: 2, responseSeconds: 1, connectSeconds: 0.4 });
  const outcomes = await Promise.all([send(), send(), send()]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['unknown', 'unknown', 'deferred']);
  expect(outcomes[2]).toMatchObject({ scope: 'route', reply: 'WINDOW_FULL' });
});

test('an SMSC that is slow with an answer is not dead: it answers probes, and keeps its line', async () => {
  const { send } = await open({ responseSeconds: 1 });
  await send();
  smsc.office.faults.add({ match: {}, fault: { kind: 'silent', times: 3 } });
  const slow = [send(), send(), send()];
  for (const outcome of await Promise.all(slow))
    expect(outcome).toEqual({ kind: 'unknown', reason: 'no response to submit_sm in time' });
  expect(await send()).toMatchObject({ kind: 'accepted' });
  expect(smsc.office.smsc.lines()).toBe(1);
});

test('a line that swallows everything is hung up as soon as an answer is overdue, and the next one serves', async () => {
  const wire = await wireThatStalls(smsc.ports.smppPort);
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
  const wire = await wireThatStalls(smsc.ports.smppPort);
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
  expect(smsc.office.messages(BUDI.SMS)[0]?.text).toBe('panjang '.repeat(60));
});
