import type { Refusal, Scope } from '../../contract.ts';

type Verdict = Omit<Refusal, 'reply'>;
const later = (scope: Scope): Verdict => ({ kind: 'deferred', scope });
const slower: Verdict = { kind: 'deferred', scope: 'route', signal: 'slow-down' };
const never = (scope: Scope): Verdict => ({ kind: 'refused', scope });

// SMPP 3.4, 5.1.3. What is wrong with the bind, the sender name or the load is the route's; what is wrong with the
// number is the recipient's; what is wrong with a field is this message's.
const STATUSES = new Map<number, [name: string, verdict: Verdict]>([
  [0x01, ['ESME_RINVMSGLEN', never('message')]],
  [0x02, ['ESME_RINVCMDLEN', never('message')]],
  [0x03, ['ESME_RINVCMDID', later('route')]],
  [0x04, ['ESME_RINVBNDSTS', later('route')]],
  [0x05, ['ESME_RALYBND', later('route')]],
  [0x06, ['ESME_RINVPRTFLG', never('message')]],
  [0x07, ['ESME_RINVREGDLVFLG', never('message')]],
  [0x08, ['ESME_RSYSERR', later('route')]],
  [0x0a, ['ESME_RINVSRCADR', never('route')]],
  [0x0b, ['ESME_RINVDSTADR', never('recipient')]],
  [0x0d, ['ESME_RBINDFAIL', later('route')]],
  [0x0e, ['ESME_RINVPASWD', later('route')]],
  [0x0f, ['ESME_RINVSYSID', later('route')]],
  // Some mean our queue, some the one of this number.
  [0x14, ['ESME_RMSGQFUL', { kind: 'deferred', scope: 'recipient', signal: 'slow-down' }]],
  [0x43, ['ESME_RINVESMCLASS', never('message')]],
  [0x45, ['ESME_RSUBMITFAIL', later('message')]],
  [0x48, ['ESME_RINVSRCTON', never('route')]],
  [0x49, ['ESME_RINVSRCNPI', never('route')]],
  [0x50, ['ESME_RINVDSTTON', never('recipient')]],
  [0x51, ['ESME_RINVDSTNPI', never('recipient')]],
  [0x58, ['ESME_RTHROTTLED', slower]],
  [0x61, ['ESME_RINVSCHED', never('message')]],
  [0x62, ['ESME_RINVEXPIRY', never('message')]],
  [0x64, ['ESME_RX_T_APPN', later('lane')]],
  [0x65, ['ESME_RX_P_APPN', never('recipient')]],
  [0x66, ['ESME_RX_R_APPN', never('message')]],
  [0xfe, ['ESME_RDELIVERYFAILURE', later('recipient')]],
  [0xff, ['ESME_RUNKNOWNERR', later('message')]],
]);

const hex = (status: number) => `0x${status.toString(16).padStart(2, '0')}`;

/** A command status as it is kept: name and number, or the number alone for a vendor's own (0x400 to 0x4FF). */
export function statusText(status: number): string {
  const known = STATUSES.get(status);
  return known ? `${known[0]} (${hex(status)})` : hex(status);
}

/**
 * What a negative response to submit_sm means. A number nobody wrote down is taken for a passing trouble of this
 * message: the message's own end stops the trying.
 */
export function judgeStatus(status: number): Refusal {
  const verdict = STATUSES.get(status)?.[1] ?? later('message');
  return { ...verdict, reply: statusText(status) };
}
