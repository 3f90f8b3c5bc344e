import { expect, test } from 'vitest';
import { judgeReply } from './judge-reply.ts';

const GMAIL = 'Gmail has detected an unusual rate of mail originating from your';

test.each([
  // Gmail's five scopes of one code, and the one that is not about rate.
  [`421-4.7.28 ${GMAIL} IP address. To protect our\n421 4.7.28 users`, 'deferred', 'lane'],
  [`421 4.7.28 ${GMAIL} IP Netblock`, 'deferred', 'lane'],
  [`421 4.7.28 ${GMAIL} DKIM domain [sampai.example]`, 'deferred', 'lane'],
  [`421 4.7.28 ${GMAIL} SPF domain`, 'deferred', 'lane'],
  ['421 4.7.28 unusual rate of mail containing one of your URL domains', 'deferred', 'lane'],
  ['421 4.7.28 exceeded its quota for sending messages with the same Message-ID', 'deferred', 'message'],
  ['421 4.7.0 unusual rate of unsolicited mail originating from your IP', 'deferred', 'lane'],
  ['550 5.7.28 unusual rate of unsolicited mail', 'refused', 'lane'],
  ['550 5.7.26 Unauthenticated email from sampai.example is not accepted', 'refused', 'lane'],
  ['550-5.7.25 The IP address sending this message does not have a PTR record', 'refused', 'lane'],
  ['450 4.2.1 The user you are trying to contact is receiving mail too quickly', 'deferred', 'recipient'],
  ['450 4.2.1 The user you are trying to contact is receiving mail at a rate that', 'deferred', 'recipient'],
  ['452 4.2.2 The email account that you tried to reach is over quota', 'deferred', 'recipient'],
  ['550 5.1.1 The email account that you tried to reach does not exist', 'refused', 'recipient'],
  // Yahoo: a 4xx stays a deferral although its text says permanently.
  [
    '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume',
    'deferred',
    'lane',
  ],
  ['421 4.7.1 [TS03] All messages from 192.0.2.1 will be permanently deferred', 'deferred', 'lane'],
  ['553 5.7.2 [TSS09] All messages from 192.0.2.1 will be permanently deferred', 'refused', 'lane'],
  ['553 5.7.2 [TSS11] permanently deferred', 'refused', 'lane'],
  ['553 5.7.1 [BL21] Connections will not be accepted', 'refused', 'lane'],
  ['421 Max message per connection reached, closing transmission channel', 'deferred', 'route'],
  // Relays and services of our own.
  ['454 Throttling failure: Maximum sending rate exceeded.', 'deferred', 'route'],
  ['554 5.7.1 <budi@gmail.com>: Relay access denied', 'refused', 'route'],
  ['535 5.7.8 Authentication credentials invalid', 'refused', 'route'],
  ['530 5.7.0 Must issue a STARTTLS command first', 'refused', 'route'],
  ['451 4.3.0 Mail server temporarily rejected message', 'deferred', 'route'],
  ['421 4.4.2 mail.example Error: timeout exceeded', 'deferred', 'route'],
  ['451 4.7.1 Greylisting in action, please come back later', 'deferred', 'recipient'],
  ['552 5.3.4 Message size exceeds fixed limit', 'refused', 'message'],
  ['554 5.6.0 Invalid MIME', 'refused', 'message'],
  ['553 5.1.8 Sender address has null MX', 'refused', 'route'],
  // Without an enhanced code.
  ['550 no such user', 'refused', 'recipient'],
  ['450 mailbox busy', 'deferred', 'recipient'],
  ['554 Transaction failed', 'refused', 'message'],
  ['503 bad sequence of commands', 'deferred', 'route'],
  ['451 local error in processing', 'deferred', 'route'],
  ['499 what is this', 'deferred', 'message'],
])('%s', (reply, kind, scope) => {
  expect(judgeReply(reply)).toMatchObject({ kind, scope });
});

test('what is kept of a reply names nobody and stays short', () => {
  const outcome = judgeReply(`550 5.1.1 <budi@gmail.com>: user +6281234561234 unknown ${'x'.repeat(500)}`);
  expect(outcome).toMatchObject({ reply: expect.stringContaining('<<address>>: user <number> unknown') });
  expect('reply' in outcome && outcome.reply.length).toBe(300);
});
