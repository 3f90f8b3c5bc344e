import { expect, it } from 'vitest';
import { reasonOf } from './reasons.ts';

it.each([
  ['421-4.7.28 Gmail has detected an unusual rate of mail', 'tooFast'],
  ['421 4.7.0 [TSS04] Messages from <number> temporarily deferred', 'tooFast'],
  ['450 4.2.1 User is receiving mail too quickly', 'tooFast'],
  ['ESME_RTHROTTLED (0x58)', 'tooFast'],
  ['ESME_RMSGQFUL (0x14)', 'queueFull'],
  ['452 4.2.2 The email account is over quota', 'mailboxFull'],
  ['550-5.1.1 The email account that you tried to reach does not exist', 'unknownAddress'],
  ['ESME_RINVDSTADR (0x0b)', 'unknownAddress'],
  ['550 5.7.26 This mail is unauthenticated', 'distrust'],
  ['553 5.7.1 [BL21] Connections not accepted', 'distrust'],
  ['NOT_CONNECTED', 'connection'],
  ['ETIMEDOUT', 'connection'],
  ['no route', 'noRoute'],
  ['expired', 'unreachable'],
  ['undeliverable', 'undeliverable'],
] as const)('%s means %s', (reply, reason) => {
  expect(reasonOf(reply)).toBe(reason);
});

it.each(['250 2.0.0 OK', 'ok', 'reported', '0x410', '', null])('%s is left to speak for itself', (reply) => {
  expect(reasonOf(reply)).toBeNull();
});
