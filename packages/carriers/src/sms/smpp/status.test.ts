import { expect, test } from 'vitest';
import { judgeStatus } from './status.ts';

test.each([
  [0x58, 'deferred', 'route', 'slow-down', 'ESME_RTHROTTLED (0x58)'],
  [0x14, 'deferred', 'recipient', 'slow-down', 'ESME_RMSGQFUL (0x14)'],
  [0x08, 'deferred', 'route', undefined, 'ESME_RSYSERR (0x08)'],
  [0x64, 'deferred', 'lane', undefined, 'ESME_RX_T_APPN (0x64)'],
  [0x65, 'refused', 'recipient', undefined, 'ESME_RX_P_APPN (0x65)'],
  [0x04, 'deferred', 'route', undefined, 'ESME_RINVBNDSTS (0x04)'],
  [0x0a, 'refused', 'route', undefined, 'ESME_RINVSRCADR (0x0a)'],
  [0x0b, 'refused', 'recipient', undefined, 'ESME_RINVDSTADR (0x0b)'],
  [0x62, 'refused', 'message', undefined, 'ESME_RINVEXPIRY (0x62)'],
  [0x0f, 'deferred', 'route', undefined, 'ESME_RINVSYSID (0x0f)'],
  // A vendor's own: a passing trouble of this message, and nothing to be read from it.
  [0x4a1, 'deferred', 'message', undefined, '0x4a1'],
])('status 0x%s is %s for the %s and asks for: %s', (status, kind, scope, signal, reply) => {
  expect(judgeStatus(status)).toEqual({ kind, scope, signal, reply });
});
