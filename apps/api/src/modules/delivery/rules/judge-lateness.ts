import { type Health, overrules } from './judge-health.ts';

export type MessageState = 'QUEUED' | 'SENT_ON' | 'DELIVERED' | 'LATE' | 'REFUSED' | 'DROPPED';

/** Seconds that 95 of 100 messages keep while we know too little of the lane (fewer than 20 samples). */
export const USUAL_P95_SECONDS = { SMS: 20, EMAIL: 30 } as const;

/**
 * What a person is told of a message: LATE once its patience has run out (SQL function lane_patience) without progress, and
 * at once where it waits in a lane whose provider refuses us. Progress is the receipt where a route returns receipts, else
 * the acceptance: nothing is awaited of a message without patience.
 */
export function judgeLateness(
  facts: { state: string; patienceUntil: Date | null; stuckAt: Date | null; health: Health },
  now: Date,
): MessageState {
  const { state, patienceUntil, stuckAt, health } = facts;
  if (state !== 'QUEUED' && state !== 'SENT_ON') return state as MessageState;
  const late = stuckAt !== null || (patienceUntil !== null && now >= patienceUntil);
  return late || (state === 'QUEUED' && overrules(health)) ? 'LATE' : state;
}
