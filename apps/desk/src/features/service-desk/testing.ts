import type { DeskEvent, DeskMessage, DeskToken } from './token.ts';

/** On the morning of the tests, in UTC; WIB is seven hours ahead. */
export const at = (clock: string): string => `2025-03-31T02:${clock}Z`;

export const event = (kind: DeskEvent['kind'], clock: string, facts: Partial<DeskEvent> = {}): DeskEvent => ({
  kind,
  at: at(clock),
  route: null,
  reply: null,
  ...facts,
});

/** An SMS queued at 09.31.00 that nobody has taken yet. */
export const sms = (facts: Partial<DeskMessage> = {}): DeskMessage => ({
  channel: 'SMS',
  maskedAddress: '0812••••1234',
  via: 'Telkomsel',
  state: 'QUEUED',
  waitsForUs: false,
  unheard: false,
  cause: 'ASKED',
  queuedAt: at('31:00'),
  sentOnAt: null,
  deliveredAt: null,
  usualSeconds: 4,
  health: 'GREEN',
  reason: null,
  timeline: [event('QUEUED', '31:00')],
  ...facts,
});

/** A mail queued at 09.30.58 that nobody has taken yet. */
export const mail = (facts: Partial<DeskMessage> = {}): DeskMessage =>
  sms({
    channel: 'EMAIL',
    maskedAddress: 'b••i@gmail.com',
    via: 'Gmail',
    queuedAt: at('30:58'),
    timeline: [event('QUEUED', '30:58')],
    ...facts,
  });

/** The SMS of above, with the carrier since 09.31.02. */
export const sentOn = (facts: Partial<DeskMessage> = {}): DeskMessage =>
  sms({ state: 'SENT_ON', sentOnAt: at('31:02'), ...facts });

export const delivered = (facts: Partial<DeskMessage> = {}): DeskMessage =>
  sentOn({ state: 'DELIVERED', deliveredAt: at('31:06'), ...facts });

export const token = (facts: Partial<DeskToken> = {}): DeskToken => ({
  reference: 'A7',
  purpose: 'SUBMIT_RETURN',
  state: 'OPEN',
  issuedAt: at('30:58'),
  validUntil: null,
  endsAt: '2025-03-31T04:00:58Z',
  endedAt: null,
  attemptsUsed: 0,
  attemptsLeft: 5,
  resendAt: at('32:00'),
  cancelledBecause: null,
  moved: null,
  messages: [sms()],
  ...facts,
});
