export type MessageState = 'QUEUED' | 'SENT_ON' | 'DELIVERED' | 'LATE' | 'REFUSED' | 'DROPPED';

/** Seconds a lane may take before a message counts as late while we know too little of the lane (fewer than 20 samples). */
export const USUAL_P95_SECONDS = { SMS: 20, EMAIL: 30 } as const;

/**
 * What a person is told of a message: LATE once it has made no progress for max(15 s, 1.5 x p95), at most 60 s. Progress is
 * the receipt where a route returns receipts (SMS), else the acceptance (mail).
 */
export function judgeLateness(
  facts: {
    channel: 'SMS' | 'EMAIL';
    state: string;
    queuedAt: Date;
    sentOnAt: Date | null;
    p95Seconds: number | null;
  },
  now: Date,
): MessageState {
  const { channel, state, queuedAt, sentOnAt } = facts;
  const waiting = state === 'QUEUED' || (state === 'SENT_ON' && channel === 'SMS');
  if (!waiting) return state as MessageState;
  const p95 = facts.p95Seconds ?? USUAL_P95_SECONDS[channel];
  const patience = Math.min(60, Math.max(15, 1.5 * p95)) * 1000;
  return now.getTime() - (sentOnAt ?? queuedAt).getTime() > patience ? 'LATE' : (state as MessageState);
}
