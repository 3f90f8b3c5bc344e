import { type Health, type HealthReason, overrules } from './judge-health.ts';

export type MessageState = 'QUEUED' | 'SENT_ON' | 'DELIVERED' | 'LATE' | 'REFUSED' | 'DROPPED';

/** Seconds that 95 of 100 messages keep while we know too little of the lane (fewer than 20 samples). */
export const USUAL_P95_SECONDS = { SMS: 20, EMAIL: 30 } as const;

/** Who a message waits for: us, who have not sent it, or do not hear what became of it; null: its carrier, or nobody. */
export type HeldByUs = 'not-sent' | 'not-heard' | null;
type Facts = {
  state: string;
  patienceUntil: Date | null;
  stuckAt: Date | null;
  health: Health;
  /** Nobody of ours sends anything at the moment. */
  standsStill: boolean;
};

/**
 * What a person is told of a message: LATE once its patience has run out (SQL function lane_patience) without progress, and
 * at once where it waits in a lane whose provider refuses us, or nobody of ours sends. Progress is the receipt where a route returns receipts, else
 * the acceptance: nothing is awaited of a message without patience.
 */
export function judgeLateness(facts: Facts, now: Date): MessageState {
  const { state, health, standsStill } = facts;
  if (state !== 'QUEUED' && state !== 'SENT_ON') return state as MessageState;
  return isOverdue(facts, now) || (state === 'QUEUED' && (standsStill || overrules(health))) ? 'LATE' : state;
}

const isOverdue = ({ patienceUntil, stuckAt }: Facts, now: Date): boolean =>
  stuckAt !== null || (patienceUntil !== null && now >= patienceUntil);

/** How a carrier's or provider's own answer begins: what never reached one ("ECONNREFUSED", "no route") is no word of it. */
const ANSWER = /^([45]\d\d[ -]|ESME_)/;

/** Whether a message that waits was put off by its carrier, when it was last tried: nothing need be guessed of its delay then. */
export const isPutOff = ({ state, reply }: { state: string; reply: string | null }): boolean =>
  state === 'QUEUED' && reply !== null && ANSWER.test(reply);

/** RFC 3463, 3.3: X.2.2, mailbox full; without such a code, by its words. */
const FULL = /(^|[\s-])[45]\.2\.2(\s|$)|mailbox (is )?full|over quota|out of storage/i;

/** Whether its mailbox refused a message because it is full. */
export const isMailboxFull = ({ state, reply }: { state: string; reply: string | null }): boolean =>
  state === 'REFUSED' && reply !== null && FULL.test(reply);

/** Reasons for which messages that were not tried yet wait in their lane: its provider wants none, or fewer, now. */
const WAITS_FOR_PROVIDER: HealthReason[] = [
  ...(['provider-refusal', 'no-acceptance', 'refusals', 'deferrals', 'throttled', 'recovering'] as const),
];

/** Whether a message is held up by ourselves: carriers are not blamed for what they never saw. */
export function judgeHold(facts: Facts & { attempts: number; reason: HealthReason }, now: Date): HeldByUs {
  const { state, standsStill, attempts, reason } = facts;
  if (state === 'SENT_ON') return standsStill && isOverdue(facts, now) ? 'not-heard' : null;
  if (state !== 'QUEUED') return null;
  const neverTried = attempts === 0 && isOverdue(facts, now) && !WAITS_FOR_PROVIDER.includes(reason);
  return standsStill || neverTried ? 'not-sent' : null;
}
