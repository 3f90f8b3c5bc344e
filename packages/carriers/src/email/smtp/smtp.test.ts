import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PostOffice } from '@sampai/testkit';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Carrier, openCarrier, RouteError } from '../../index.ts';
import {
  BUDI,
  freePorts,
  messageTo,
  openOffice,
  openTo,
  type Ports,
  routeTo,
  SENDER,
} from '../../testing/lab.ts';

let ports: Ports;
let office: PostOffice;
let carrier: Carrier;
beforeEach(async () => {
  ports = await freePorts();
  office = await openOffice(ports);
  carrier = await openTo(ports, 'EMAIL');
});
afterEach(async () => {
  await carrier.close();
  await office.close();
});

async function headersOf(): Promise<Map<string, string>> {
  const [message] = office.messages(BUDI.EMAIL);
  const parts = office.inbox.parts(message?.id ?? '');
  return new Map(parts?.headers.map(([name, value]) => [name.toLowerCase(), value]));
}

test('a mail says who it is from, that a machine wrote it, and when it is of no use any more', async () => {
  const expiresAt = new Date('2031-03-31T10:00:00Z');
  await carrier.send(messageTo(BUDI.EMAIL, { id: 'm-1a', expiresAt, now: new Date('2031-03-31T08:30:00Z') }));
  const headers = await headersOf();
  expect(headers.get('message-id')).toBe('<m-1a@pajak.example>');
  expect(headers.get('expires')).toBe('Mon, 31 Mar 2031 10:00:00 +0000');
  expect(headers.get('date')).toBe('Mon, 31 Mar 2031 08:30:00 +0000');
  expect(headers.get('auto-submitted')).toBe('auto-generated');
  expect(headers.get('from')).toBe('Sampai <sampai@pajak.example>');
  expect(headers.get('content-type')).toMatch(/^multipart\/alternative/);
});

test('the text stands as simple HTML too, with nothing in it taken for markup and no link', async () => {
  await carrier.send(messageTo(BUDI.EMAIL, { text: '482913 <b>&\n\nBaris' }));
  const [message] = office.messages(BUDI.EMAIL);
  const html = office.inbox.parts(message?.id ?? '')?.html;
  expect(html).toContain('<p>482913 &lt;b&gt;&amp;</p><p>Baris</p>');
  expect(html).not.toMatch(/<(a|img|script)\b/);
});

test('a subject or an address cannot bring a header along, nor a second recipient', async () => {
  await carrier.send(messageTo(BUDI.EMAIL, { subject: 'Kode\r\nBcc: eve@evil.example' }));
  expect((await headersOf()).has('bcc')).toBe(false);
  for (const to of ['a@x.id, b@y.id', 'a@x.id>\r\nRCPT TO:<b@y.id', '']) {
    expect(await carrier.send(messageTo(to))).toMatchObject({ kind: 'refused' });
  }
  expect(office.messages()).toHaveLength(1);
});

test('attachments come with name and bytes', async () => {
  const content = new TextEncoder().encode('%PDF-1.7');
  await carrier.send(
    messageTo(BUDI.EMAIL, {
      attachments: [{ filename: 'BPE.pdf', content, contentType: 'application/pdf' }],
    }),
  );
  expect(office.messages(BUDI.EMAIL)[0]?.attachments).toEqual([
    { filename: 'BPE.pdf', contentType: 'application/pdf', bytes: 8 },
  ]);
});

test('a rate limit on a used connection reaches us at once and as it is, and is not tried again by itself', async () => {
  await carrier.send(messageTo(BUDI.EMAIL));
  office.faults.add({ match: {}, fault: { kind: 'defer', reply: '421 4.7.28 unusual rate of mail' } });
  expect(await carrier.send(messageTo(BUDI.EMAIL))).toEqual({
    kind: 'deferred',
    scope: 'lane',
    signal: 'stop',
    reply: '421 4.7.28 unusual rate of mail',
  });
  office.faults.clear();
  office.faults.add({
    match: {},
    fault: { kind: 'defer', reply: '421 4.7.28 unusual rate of mail', at: 'DATA', times: 1 },
  });
  expect(await carrier.send(messageTo(BUDI.EMAIL))).toMatchObject({ kind: 'deferred', scope: 'lane' });
  expect(office.messages(BUDI.EMAIL)).toHaveLength(1);
});

test('a provider that lets every mail wait keeps the mail of no other provider from the relay', async () => {
  office.faults.add({
    match: { domain: 'gmail.com' },
    fault: { kind: 'defer', reply: '421 4.7.28 unusual rate of mail', tarpitSeconds: 0.4 },
  });
  const slow = Array.from({ length: 10 }, () => carrier.send(messageTo(BUDI.EMAIL, { lane: 'mail:gmail' })));
  const first = await Promise.race([
    ...slow,
    carrier.send(messageTo('siti@yahoo.com', { lane: 'mail:yahoo' })),
  ]);
  expect(first.kind).toBe('accepted');
  // Three of five connections at a time: ten mails take longer than the relay is waited for.
  expect((await Promise.all(slow)).map(({ kind }) => kind)).toEqual(Array(10).fill('deferred'));
});

test('a lane that cannot get through its part of the relay is in trouble itself, and not the relay', async () => {
  const narrow = await openTo(ports, 'EMAIL', { connections: 1, connectSeconds: 0.2 });
  office.faults.add({ match: {}, fault: { kind: 'silent', at: 'RCPT' } });
  const [, second] = await Promise.all([
    narrow.send(messageTo(BUDI.EMAIL, { lane: 'mail:gmail' })),
    narrow.send(messageTo(BUDI.EMAIL, { lane: 'mail:gmail' })),
  ]);
  expect(second).toEqual({ kind: 'deferred', scope: 'lane', reply: 'LANE_FULL' });
  await narrow.close();
});

test('a refusal that hangs up leaves a greeted connection for the next mail, of whatever lane', async () => {
  office.faults.add({
    match: { domain: 'gmail.com' },
    fault: { kind: 'defer', reply: '421 4.7.28 unusual rate of mail', times: 1 },
  });
  expect(await carrier.send(messageTo(BUDI.EMAIL, { lane: 'mail:gmail' }))).toMatchObject({ scope: 'lane' });
  await expect.poll(() => office.mail.opened()).toBe(2);
  await carrier.send(messageTo('siti@yahoo.com', { lane: 'mail:yahoo' }));
  expect(office.mail.opened()).toBe(2);
});

test('a line that breaks before the mail was on its way is a deferral, not a doubt', async () => {
  office.faults.add({ match: {}, fault: { kind: 'cut', at: 'RCPT', times: 1 } });
  expect(await carrier.send(messageTo(BUDI.EMAIL))).toMatchObject({ kind: 'deferred', scope: 'route' });
  office.faults.add({ match: {}, fault: { kind: 'silent', at: 'RCPT', times: 1 } });
  expect(await carrier.send(messageTo(BUDI.EMAIL))).toEqual({
    kind: 'deferred',
    scope: 'route',
    reply: 'ETIMEDOUT',
  });
});

test('a used connection that the relay has given up costs no message', async () => {
  for (const fault of [
    { kind: 'defer', reply: '421 4.4.2 idle timeout' },
    { kind: 'cut', at: 'RCPT' },
  ] as const) {
    await carrier.send(messageTo(BUDI.EMAIL));
    office.faults.add({ match: {}, fault: { ...fault, times: 1 } });
    expect(await carrier.send(messageTo(BUDI.EMAIL))).toMatchObject({ kind: 'accepted' });
  }
});

test('a refused mail leaves the connection to the next one', async () => {
  office.faults.add({ match: {}, fault: { kind: 'refuse', reply: '550 5.1.1 no', times: 1 } });
  await carrier.send(messageTo(BUDI.EMAIL));
  await carrier.send(messageTo(BUDI.EMAIL));
  expect(office.mail.lines()).toBe(1);
});

test('a connection is closed after as many mails as the other end bears, and the next mail has one of its own', async () => {
  const bounded = await openTo(ports, 'EMAIL', { connections: 1, messagesPerConnection: 2 });
  const sessions: string[] = [];
  for (let n = 0; n < 5; n += 1) {
    const outcome = await bounded.send(messageTo(BUDI.EMAIL));
    if (outcome.kind !== 'accepted') throw new Error(outcome.kind);
    sessions.push(outcome.reply); // "250 2.0.0 OK <session>"
  }
  await bounded.close();
  const [first, , third, , fifth] = sessions;
  expect(new Set([first, third, fifth]).size).toBe(3);
  expect(sessions).toEqual([first, first, third, third, fifth]);
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sampai-dkim-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('with a key the mail is signed for its domain, and the return path names the message', async () => {
  const file = join(await newFolder(), 'key.pem');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const dkim = { domain: 'pajak.example', selector: 's1', privateKeyFile: file };
  const signed = await openCarrier(routeTo(ports, 'EMAIL', { dkim }), {
    ...SENDER,
    bounceDomain: 'bounce.pajak.example',
  });
  expect(await signed.send(messageTo(BUDI.EMAIL))).toMatchObject({ kind: 'accepted' });
  expect((await headersOf()).get('dkim-signature')).toMatch(/d=pajak\.example;.*s=s1;/s);
  await signed.close();
});

test('a key for signing that cannot be used is said before any mail, and not of each', async () => {
  const folder = await newFolder();
  await writeFile(join(folder, 'key.pem'), 'nothing');
  const openWith = (privateKeyFile: string) =>
    openTo(ports, 'EMAIL', { dkim: { domain: 'pajak.example', selector: 's1', privateKeyFile } });
  for (const [file, why] of [
    ['/nowhere', 'cannot be read (ENOENT)'],
    [folder, 'cannot be read (EISDIR)'],
    [join(folder, 'key.pem'), 'is no private key'],
  ] as const)
    await expect(openWith(file)).rejects.toThrow(`The DKIM key ${file} of the route relay ${why}.`);
  await expect(openWith('/nowhere')).rejects.toBeInstanceOf(RouteError);
});

test('a relay that can tell is asked for reports on failure and delay, without the text, and told who was meant', async () => {
  const told: unknown[] = [];
  const relay = new SMTPServer({
    ...{ hideDSN: false, authOptional: true, disabledCommands: ['STARTTLS'], disableReverseLookup: true },
    onData: (stream, { envelope }, done) => {
      told.push({ ret: envelope.dsn?.ret, ...envelope.rcptTo[0]?.dsn });
      stream.on('end', done).resume();
    },
  });
  const listener = relay.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const route = routeTo({ ...ports, smtpPort: (listener.address() as AddressInfo).port }, 'EMAIL');
  const open = (more: object) => openCarrier(route, { ...SENDER, ...more });
  for (const carrier of [await open({ bounceDomain: 'bounce.pajak.example' }), await open({})]) {
    expect(await carrier.send(messageTo('siti+pajak@gmail.com'))).toMatchObject({ kind: 'accepted' });
    await carrier.close();
  }
  await new Promise<void>((resolve) => relay.close(resolve));
  expect(told).toEqual([
    { ret: 'HDRS', notify: ['FAILURE', 'DELAY'], orcpt: 'rfc822;siti+pajak@gmail.com' },
    // Reports that nobody takes in are not asked for.
    { ret: null },
  ]);
});

test('a relay that is no mail server at all is trouble of the route', async () => {
  const wrong = await openTo({ ...ports, smtpPort: ports.httpPort }, 'EMAIL');
  expect(await wrong.send(messageTo(BUDI.EMAIL))).toMatchObject({ scope: 'route' });
  await wrong.close();
});

test("a relay that turns us away at its door speaks of itself, and not of the mail's recipient", async () => {
  const door = createServer((socket) => socket.end('554 5.7.1 No mail from you\r\n')).listen(0, '127.0.0.1');
  await once(door, 'listening');
  const relay = await openTo(ports, 'EMAIL', { port: (door.address() as AddressInfo).port });
  expect(await relay.send(messageTo(BUDI.EMAIL))).toMatchObject({
    ...{ scope: 'route', reply: expect.stringMatching(/^554 5\.7\.1/) },
  });
  await relay.close();
  door.close();
});
