import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bounce, type BounceIntake, startBounceIntake } from './intake.ts';
import { reportFor } from './report-for.ts';

const DOMAIN = 'bounce.pajak.example';
const ID = '0199d0aa-1111-7222-8333-444455556666';

let intake: BounceIntake;
let told: Bounce[];
let answer: () => Promise<'taken' | 'unknown' | 'later'>;
beforeEach(async () => {
  told = [];
  answer = async () => 'taken';
  intake = await startBounceIntake({
    host: '127.0.0.1',
    port: 0,
    domain: DOMAIN,
    largest: 20_000,
    onBounce: (bounce) => {
      told.push(bounce);
      return answer();
    },
  });
});
afterEach(() => intake.close());

const mail = (type: string, status: string) =>
  [
    'From: MAILER-DAEMON@mx.example',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Sorry.',
    '--b',
    `Content-Type: ${type}`,
    status,
    '',
    '--b--',
  ].join('\r\n');
const statusOf = (recipient: string) => `Reporting-MTA: dns; mx.example\r\n\r\n${recipient}`;
const report = (recipient: string, type = 'message/delivery-status') =>
  mail(type, `\r\n${statusOf(recipient)}`);
const BUDI = 'Final-Recipient: rfc822; budi@gmail.com\r\n';
/** What was told, of the mail to Budi. */
const ofBudi = () =>
  told.map(({ messageId, reports }) => ({ messageId, ...reportFor(reports, 'budi@gmail.com') }));
const FAILED = report(
  'Final-Recipient: rfc822; budi@gmail.com\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550-5.1.1\r\n <budi@gmail.com> is gone',
);

/** Says the lines of a conversation one by one; answers the reply to the last. */
async function say(...lines: string[]): Promise<string> {
  const socket = connect(intake.port, '127.0.0.1');
  const replies = createInterface({ input: socket })[Symbol.asyncIterator]();
  const reply = async () => {
    for (;;) {
      const { value, done } = await replies.next();
      if (done || value[3] !== '-') return String(value ?? 'closed');
    }
  };
  let last = await reply();
  for (const line of lines) {
    socket.write(`${line}\r\n`);
    last = await reply();
  }
  socket.destroy();
  await once(socket, 'close');
  return last;
}
const bring = (raw: string, to = `bounce+${ID}@${DOMAIN}`) =>
  say('EHLO mx.example', 'MAIL FROM:<>', `RCPT TO:<${to}>`, 'DATA', `${raw}\r\n.`);

test('a report names its message by the return path, and what the far server said, without the address', async () => {
  expect(await bring(FAILED)).toBe('250 2.0.0 Settled');
  expect(ofBudi()).toEqual([
    {
      ...{ messageId: ID, action: 'failed', status: '5.1.1', diagnostic: '550-5.1.1 <<address>> is gone' },
      refusal: { scope: 'recipient' },
    },
  ]);
});

test.each([
  ['Action: delayed\r\nStatus: 4.4.7', 'delayed', '4.4.7', '4.4.7'],
  ['Action: DELIVERED\r\nStatus: 2.0.0 (ok)', 'delivered', '2.0.0', '2.0.0'],
  // Some leave out what the standard asks for: the status tells, and the other way round.
  ['Status: 5.2.2\r\nDiagnostic-Code: x-unix; full', 'failed', '5.2.2', 'full'],
  ['Action: failed', 'failed', null, 'failed'],
])('%j says that it %s', async (recipient, action, status, diagnostic) => {
  expect(await bring(report(BUDI + recipient))).toBe('250 2.0.0 Settled');
  expect(ofBudi()).toMatchObject([{ messageId: ID, action, status, diagnostic }]);
});

const GLOBAL = 'message/global-delivery-status';
const IN_UTF8 =
  'Final-Recipient: utf-8; budi@gmail.com\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 Kotak surat „budi“ tidak ada';
test.each([
  [
    'as it is',
    mail(`${GLOBAL}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit`, `\r\n${statusOf(IN_UTF8)}`),
  ],
  [
    'in base64',
    mail(
      `${GLOBAL}\r\nContent-Transfer-Encoding: base64`,
      `\r\n${Buffer.from(statusOf(IN_UTF8)).toString('base64')}`,
    ),
  ],
  ['by the old name', report(IN_UTF8)],
])('a report that speaks UTF-8 (RFC 6533) is read like any other: %s', async (_, raw) => {
  expect(await bring(raw)).toBe('250 2.0.0 Settled');
  expect(ofBudi()).toMatchObject([
    { action: 'failed', status: '5.1.1', diagnostic: '550 5.1.1 Kotak surat „budi“ tidak ada' },
  ]);
});

test('a server that speaks SMTPUTF8 brings its report in that way', async () => {
  const raw = report(IN_UTF8, GLOBAL);
  const to = `RCPT TO:<bounce+${ID}@${DOMAIN}>`;
  expect(await say('EHLO mx.example', 'MAIL FROM:<> BODY=8BITMIME SMTPUTF8', to, 'DATA', `${raw}\r\n.`)).toBe(
    '250 2.0.0 Settled',
  );
  expect(ofBudi()).toMatchObject([{ action: 'failed', status: '5.1.1' }]);
});

const GMAIL = 'smtp; 421-4.7.28 Gmail has detected an unusual rate of mail from your\r\n DKIM domain [x 36]';
test.each([
  ['Action: failed\r\nStatus: 5.2.2\r\nDiagnostic-Code: x-unix; full', { scope: 'recipient' }],
  // The status says it, where the words do not; and the far server's words, where the relay has given up after days.
  [
    'Action: failed\r\nStatus: 5.7.28\r\nDiagnostic-Code: smtp; 550 not from you',
    { scope: 'lane', signal: 'stop' },
  ],
  ['Action: failed\r\nStatus: 5.7.28', { scope: 'lane', signal: 'stop' }],
  [
    `Action: failed\r\nStatus: 4.4.7\r\nDiagnostic-Code: ${GMAIL}`,
    { scope: 'lane', signal: 'stop', limit: 'dkim' },
  ],
  [
    `Action: delayed\r\nStatus: 4.7.28\r\nDiagnostic-Code: ${GMAIL}`,
    { scope: 'lane', signal: 'stop', limit: 'dkim' },
  ],
  ['Action: failed\r\nStatus: 5.7.1\r\nDiagnostic-Code: smtp; 550 5.7.1 unsolicited', { scope: 'recipient' }],
  [
    'Action: failed\r\nStatus: 5.7.1\r\nDiagnostic-Code: smtp; 554 5.7.1 Client host [192.0.2.1] blocked using Spamhaus',
    { scope: 'route', signal: 'stop', limit: 'ip' },
  ],
  [
    'Action: failed\r\nStatus: 5.7.1\r\nDiagnostic-Code: smtp; 550-5.7.1 Our system has detected that this message is\r\n 550-5.7.1 likely unsolicited mail.',
    { scope: 'message' },
  ],
  ['Action: failed\r\nStatus: 5.6.0', { scope: 'message' }],
  ['Action: failed', { scope: 'recipient' }],
  ['Action: delivered\r\nStatus: 2.0.0', null],
])('%j is taken as if the far server had said it to us', async (recipient, refusal) => {
  await bring(report(BUDI + recipient));
  expect(ofBudi()).toMatchObject([{ refusal }]);
});

test.each([
  `bounce+${ID}@elsewhere.example`,
  `bounce@${DOMAIN}`,
  `budi@${DOMAIN}`,
  `bounce+@${DOMAIN}`,
  `bounce+a/b@${DOMAIN}`,
  `bounce+${'x'.repeat(65)}@${DOMAIN}`,
])('mail for %s is refused at the door: this server relays nothing', async (to) => {
  const reply = await say('EHLO mx.example', 'MAIL FROM:<>', `RCPT TO:<${to}>`);
  expect(reply).toMatch(/^55[03] /);
});

test('what is no report, or larger than any, is refused and told to nobody', async () => {
  expect(await bring('Subject: Saya sedang cuti\r\n\r\nMaaf.')).toMatch(/^550 5\.6\.0/);
  expect(await bring('')).toMatch(/^550 5\.6\.0/);
  expect(await bring(report('Action: danced'))).toMatch(/^550 5\.6\.0/);
  for (const type of ['text/x-delivery-status', 'message/global', 'message/disposition-notification'])
    expect(await bring(report('Action: failed', type)), type).toMatch(/^550 5\.6\.0/);
  expect(await bring(`${FAILED}\r\n${'x'.repeat(70)}\r\n`.padEnd(30_000, 'y\r\n'))).toMatch(/^552 5\.3\.4/);
  expect(told).toEqual([]);
  // And the server stands.
  expect(await bring(FAILED)).toMatch(/^250/);
});

test('a report that cannot be settled now is asked for again, one for nobody refused: none is lost', async () => {
  answer = async () => {
    throw new Error('the database is away');
  };
  expect(await bring(FAILED)).toMatch(/^451 4\.3\.0/);
  answer = async () => 'later';
  expect(await bring(FAILED)).toMatch(/^451 4\.3\.0/);
  answer = async () => 'unknown';
  expect(await bring(FAILED)).toMatch(/^550 5\.1\.1/);
});

test('a second recipient is put off: each report is answered for by itself', async () => {
  const to = `RCPT TO:<bounce+${ID}@${DOMAIN}>`;
  expect(await say('EHLO mx.example', 'MAIL FROM:<>', to, to)).toMatch(/^452 4\.5\.3/);
});
