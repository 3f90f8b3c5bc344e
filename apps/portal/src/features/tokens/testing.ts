import type { TokenMessage } from './token.ts';

/** An SMS that nobody has taken yet, and the same two seconds later with its carrier. */
export const queued: TokenMessage = {
  channel: 'SMS',
  maskedAddress: '0812••••1234',
  via: 'Telkomsel',
  state: 'QUEUED',
  cause: 'ASKED',
  queuedAt: '2025-03-31T02:31:00Z',
  sentOnAt: null,
  deliveredAt: null,
  waitsForUs: false,
  unheard: false,
  refusedForGood: false,
  usualSeconds: 4,
  health: 'GREEN',
  reason: null,
};
export const sentOn: TokenMessage = { ...queued, state: 'SENT_ON', sentOnAt: '2025-03-31T02:31:02Z' };
