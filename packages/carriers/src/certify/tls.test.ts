import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CERTIFICATE } from '../testing/certificate.ts';
import { BUDI, routeTo, SENDER } from '../testing/lab.ts';
import { certify } from './certify.ts';

let server: SMTPServer;
let port: number;
beforeEach(async () => {
  const { cert, key } = CERTIFICATE;
  server = new SMTPServer({
    ...{ cert, key, authOptional: true, disableReverseLookup: true, closeTimeout: 100 },
    onData: (stream, _session, done) => void stream.on('end', () => done(null, '2.0.0 OK')).resume(),
  });
  server.on('error', () => {});
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  port = (listener.address() as AddressInfo).port;
});
afterEach(() => new Promise<void>((resolve) => void server.close(() => resolve())));

async function run(more: object) {
  const ports = { httpPort: 0, smppPort: 0, smtpPort: port };
  const route = routeTo(ports, 'EMAIL', { tls: 'required', ...more });
  const { outcome, criteria } = await certify(route, SENDER, {
    ...{ to: BUDI.EMAIL, now: () => new Date(), count: 3, patience: 1 },
  });
  const starttls = criteria.find(({ id }) => id === 'starttls');
  return { outcome, starttls: `${starttls?.verdict}: ${starttls?.why}` };
}

test('a relay that encrypts, with the certificate it should have, passes by the wire that is cut as well', async () => {
  expect(await run({ ca: CERTIFICATE.cert, servername: CERTIFICATE.name })).toEqual({
    outcome: 'incomplete',
    starttls: 'pass: TLSv1.3, and the certificate is in order',
  });
});

test.each([
  ['nobody vouches for it', { servername: CERTIFICATE.name }],
  ['it is for another name', { ca: CERTIFICATE.cert, servername: 'another.example' }],
])('a certificate does not pass where %s', async (_, more) => {
  const { outcome, starttls } = await run(more);
  expect(outcome).toBe('fails');
  expect(starttls).toMatch(/^fail: .*certificate|^fail: .*altnames/i);
});
