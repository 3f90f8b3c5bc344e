import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import type { PostOffice } from '@sampai/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Carrier, DeliveryReceipt } from '../../index.ts';
import { CERTIFICATE } from '../../testing/certificate.ts';
import { BUDI, freePorts, messageTo, openOffice, openTo, type Ports, TEXT } from '../../testing/lab.ts';

// SMPP over TLS, over real sockets: the SMSC stands behind a server that encrypts, as behind a carrier's own.

const { cert, key, name } = CERTIFICATE;

let ports: Ports;
let office: PostOffice;
let server: Server;
let secured: TLSSocket[];
const opened: Carrier[] = [];
beforeEach(async () => {
  ports = await freePorts();
  office = await openOffice(ports);
  secured = [];
  server = createServer({ cert, key }, (near) => {
    secured.push(near);
    const far = connect({ host: '127.0.0.1', port: ports.smppPort });
    for (const one of [near, far]) one.on('error', () => {});
    near.pipe(far).pipe(near);
  });
  server.on('tlsClientError', () => {});
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((carrier) => carrier.close()));
  for (const socket of secured) socket.destroy();
  await once(server.close(), 'close');
  await office.close();
});

async function open(tls: unknown) {
  const carrier = await openTo({ ...ports, smppPort: (server.address() as AddressInfo).port }, 'SMS', {
    tls,
  });
  opened.push(carrier);
  return carrier;
}

test('a code goes to an SMSC over TLS, and its receipt comes back over it', async () => {
  const carrier = await open({ ca: cert, servername: name });
  const receipt = new Promise<DeliveryReceipt>((resolve) => carrier.onReceipt(resolve));
  expect(await carrier.send(messageTo(BUDI.SMS))).toMatchObject({ kind: 'accepted', reply: 'ESME_ROK' });
  expect(await receipt).toMatchObject({ state: 'delivered' });
  expect(office.messages(BUDI.SMS)).toMatchObject([{ text: TEXT }]);
  expect(secured.map((socket) => socket.getProtocol())).toEqual(['TLSv1.3']);
});

test('200 at once over TLS are each settled once, over one line', async () => {
  const carrier = await open({ ca: cert, servername: name });
  const outcomes = await Promise.all(Array.from({ length: 200 }, () => carrier.send(messageTo(BUDI.SMS))));
  expect(outcomes.every(({ kind }) => kind === 'accepted')).toBe(true);
  expect(secured).toHaveLength(1);
});

test('a line that is cut comes up again, encrypted', async () => {
  const carrier = await open({ ca: cert, servername: name });
  await carrier.send(messageTo(BUDI.SMS));
  for (const socket of secured) socket.destroy();
  await expect.poll(() => carrier.send(messageTo(BUDI.SMS))).toMatchObject({ kind: 'accepted' });
  expect(secured).toHaveLength(2);
});

test.each([
  ['nobody vouches for it', { servername: name }, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ['it is for another name', { ca: cert, servername: 'another.example' }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['the address is all that is known', true, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
])('nothing is sent to an SMSC whose certificate is not in order: %s', async (_, tls, reply) => {
  const carrier = await open(tls);
  expect(await carrier.send(messageTo(BUDI.SMS))).toEqual({ kind: 'deferred', scope: 'route', reply });
  expect(office.smsc.lines()).toBe(0);
});

test('who speaks in clear to an SMSC that encrypts gets nothing through', async () => {
  const carrier = await open(false);
  expect(await carrier.send(messageTo(BUDI.SMS))).toMatchObject({ kind: 'deferred', scope: 'route' });
  expect(office.messages()).toEqual([]);
});

test('who encrypts to an SMSC that does not gets nothing through, and no password goes out', async () => {
  const carrier = await openTo(ports, 'SMS', { tls: { ca: cert, servername: name } });
  opened.push(carrier);
  expect(await carrier.send(messageTo(BUDI.SMS))).toMatchObject({ kind: 'deferred', scope: 'route' });
  expect(office.messages()).toEqual([]);
});
