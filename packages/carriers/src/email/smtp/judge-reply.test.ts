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
  [
    '550-5.7.1 [192.0.2.1      12] Our system has detected that this message is\n550-5.7.1 likely unsolicited mail. To reduce the amount of spam sent to Gmail,\n550 5.7.1 this message has been blocked.',
    'refused',
    'message',
  ],
  [
    '550-5.7.1 Our system has detected that this message is\n550 5.7.1 likely suspicious due to the very low reputation of the sending domain.',
    'refused',
    'message',
  ],
  // Lists of addresses that anybody may ask: it is about the relay. Of a sender or a domain, it is not.
  ['554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using Spamhaus', 'refused', 'route'],
  ['550 5.7.1 Service unavailable; client [192.0.2.1] blocked using zen.spamhaus.org', 'refused', 'route'],
  ['550 5.7.1 Client host [192.0.2.1] blocked', 'refused', 'route'],
  ['550 Your IP 192.0.2.1 is listed on our blocklist', 'refused', 'route'],
  ['554 5.7.1 Rejected: 192.0.2.1 listed in a public blacklist', 'refused', 'route'],
  ['450 4.7.1 Client host [192.0.2.1] blocked using zen.spamhaus.org', 'deferred', 'route'],
  [
    '554 5.7.1 Service unavailable; Sender address [bounce@pajak.example] blocked using dbl.example',
    'refused',
    'recipient',
  ],
  ['550 5.7.1 the domain of this mail is listed on our blocklist', 'refused', 'recipient'],
  ['550 5.1.1 no such user; Client host [192.0.2.1] blocked', 'refused', 'recipient'],
  // RFC 3463, 3.8, with no such words: a customer of theirs speaks for one domain, in words of his own, and not for the provider.
  ['550 5.7.1 Delivery not authorized, message refused', 'refused', 'recipient'],
  ['550 5.7.1 unsolicited messages are not wanted', 'refused', 'recipient'],
  ['550 5.7.1 rejected by the administrator of this domain: bad reputation', 'refused', 'recipient'],
  ['554 5.7.1 Service unavailable; unsolicited mail', 'refused', 'recipient'],
  ["550 5.7.124 Sender not in the recipient's allowed-senders list", 'refused', 'recipient'],
  ['550 we want no unsolicited mail', 'refused', 'recipient'],
  ['450 4.7.1 unsolicited mail, try later', 'deferred', 'lane'],
  ['550 5.4.1 Recipient address rejected: Access denied. [SG2.prod.outlook.com]', 'refused', 'recipient'],
  ['550 5.4.1 No answer from host', 'refused', 'route'],
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

// The literal replies of the providers, and what each asks of our pace.
test.each([
  [
    `421-4.7.28 ${GMAIL} IP\n421-4.7.28 address. To protect our users from spam, mail has been temporarily rate\n421 4.7.28 limited. For more information, go to`,
    'stop',
    'ip',
  ],
  [`421-4.7.28 ${GMAIL}\n421-4.7.28 IP Netblock. To protect our users from spam`, 'stop', 'netblock'],
  [
    `421-4.7.28 ${GMAIL} DKIM domain [pajak.example 35]. To\n421 4.7.28 protect our users from spam, mail sent from your IP address`,
    'stop',
    'dkim',
  ],
  [`421-4.7.28 ${GMAIL}\n421 4.7.28 SPF domain [pajak.example 35].`, 'stop', 'spf'],
  [
    '421-4.7.28 Gmail has detected an unusual rate of mail containing one of your URL\n421 4.7.28 domains.',
    'stop',
    'url',
  ],
  ['421 4.7.28 words that nobody has seen yet', 'stop', undefined],
  ['421 4.7.28 exceeded its quota for sending messages with the same Message-ID', undefined, undefined],
  [
    '421-4.7.0 Our system has detected an unusual rate of unsolicited mail originating from your IP address.',
    'stop',
    'ip',
  ],
  [
    '421-4.7.0 Our system has detected that this message is\n421-4.7.0 suspicious due to the very low reputation of the sending domain.',
    'stop',
    undefined,
  ],
  ['421 4.7.0 Try again later, closing connection.', undefined, undefined],
  ['421 4.7.0 TLS required for RCPT domain, closing connection.', undefined, undefined],
  [
    '550-5.7.28 Our system has detected an unusual rate of unsolicited mail\n550 5.7.28 originating from your IP address.',
    'stop',
    'ip',
  ],
  ['550 5.7.1 unusual rate of unsolicited mail originating from your IP Netblock', 'stop', 'netblock'],
  ['550 5.7.26 Unauthenticated email from pajak.example is not accepted', undefined, undefined],
  [
    '450-4.2.1 The user you are trying to contact is receiving mail too quickly. Please\n450 4.2.1 resend your message at a later time, your mail was rate limited',
    undefined,
    undefined,
  ],
  [
    '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints',
    'stop',
    'ip',
  ],
  ['421 4.7.0 [TSS05] Messages from 192.0.2.1 temporarily deferred due to unexpected volume', 'stop', 'ip'],
  ['421 4.7.1 [TS03] All messages from 192.0.2.1 will be permanently deferred', 'stop', 'ip'],
  ['553 5.7.2 [TSS09] All messages from 192.0.2.1 will be permanently deferred', 'stop', 'ip'],
  ['553 5.7.2 [TSS11] All messages from 192.0.2.1 will be permanently deferred', 'stop', 'ip'],
  ['553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.1', 'stop', 'ip'],
  ['421 4.7.0 [TSS04] deferred', 'stop', 'ip'],
  ['554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using Spamhaus', 'stop', 'ip'],
  ['550 5.7.1 Service unavailable; client [192.0.2.1] blocked using zen.spamhaus.org', 'stop', 'ip'],
  ['554 5.7.1 Rejected: 192.0.2.1 listed in a public blacklist', 'stop', 'ip'],
  ['550 5.7.1 this message is likely unsolicited mail', undefined, undefined],
  ['550 5.7.1 unsolicited messages are not wanted', undefined, undefined],
  ['554 5.7.9 bad reputation', undefined, undefined],
  ['554 5.7.9 [PH01] Email not accepted for policy reasons', undefined, undefined],
  ['450 User is receiving mail too quickly', undefined, undefined],
  ['421 Max message per connection reached, closing transmission channel', 'slow-down', undefined],
  [
    '451 4.7.650 The mail server [192.0.2.1] has been temporarily rate limited due to IP reputation. (S775)',
    'stop',
    'ip',
  ],
  [
    "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150).",
    'stop',
    'netblock',
  ],
  ['550 5.7.606 Access denied, banned sending IP [192.0.2.1]', 'stop', 'ip'],
  ['451 4.7.500 Server busy. Please try again later from [192.0.2.1]. (AS77714)', 'slow-down', undefined],
  ['432 4.3.2 Concurrent connections limit exceeded.', 'slow-down', undefined],
  ['454 Throttling failure: Maximum sending rate exceeded.', 'slow-down', undefined],
  ['454 Throttling failure: Daily message quota exceeded.', undefined, undefined],
  ['421 4.7.0 mx.example Error: too many connections from 192.0.2.1', 'slow-down', undefined],
  ['451 4.3.0 Mail server temporarily rejected message', undefined, undefined],
])('%s asks for: %s, by %s', (reply, signal, limit) => {
  const { signal: asked, limit: by } = judgeReply(reply);
  expect({ asked, by }).toEqual({ asked: signal, by: limit });
});

test("a stop keeps the reply's class: Yahoo defers for good under 421, and refuses under 553", () => {
  expect(judgeReply('421 4.7.1 [TS03] permanently deferred')).toMatchObject({ kind: 'deferred' });
  expect(judgeReply('553 5.7.2 [TSS09] permanently deferred')).toMatchObject({
    kind: 'refused',
    scope: 'lane',
  });
});

test('what is kept of a reply names nobody and stays short', () => {
  const outcome = judgeReply(`550 5.1.1 <budi@gmail.com>: user +6281234561234 unknown ${'x'.repeat(500)}`);
  expect(outcome).toMatchObject({ reply: expect.stringContaining('<<address>>: user <number> unknown') });
  expect('reply' in outcome && outcome.reply.length).toBe(300);
});
