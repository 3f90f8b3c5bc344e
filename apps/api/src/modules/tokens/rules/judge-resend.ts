import type { Channel, HeldByUs } from '#modules/delivery';
import { numberFreeAt } from './number-free-at.ts';
import { type Answered, isInVain } from './refused-for-good.ts';

export type ResendFacts = {
  channel: Channel;
  laneLive: boolean;
  /** The lane is red or closed: one more message would wait with the others. */
  laneRefuses: boolean;
  /** Nobody of ours sends anything: not by another way either. */
  standsStill: boolean;
  /** Another channel that could carry the code, for advice. */
  otherChannel: Channel | null;
  messages: (Answered & { heldByUs: HeldByUs; queuedAt: Date; usualSeconds: number | null })[];
  sends: number;
  /** Until when the code counts by its window; null where it has none yet. */
  validUntil: Date | null;
  endsAt: Date;
  /** When SMS were queued to the number within the last hour, by whichever token, oldest first. */
  smsToNumber: Date[];
};
export type ResendLimits = {
  resendSeconds: number[];
  sends: number;
  messages: number;
  smsPerNumberHour: number;
};
export type ResendVerdict =
  | { verdict: 'sent' }
  | { verdict: 'on-its-way'; until: Date; usualSeconds: number | null }
  | { verdict: 'too-soon'; until: Date }
  | { verdict: 'would-not-help'; advice: Channel | null; until: Date | null; ours?: true; refused?: true }
  | { verdict: 'capped'; until: Date; advice: Channel | null };

/** A lane that refuses us is judged every second; a person need not look that often. */
const LOOK_AGAIN_MS = 120_000;
/** In whole minutes: what is told stays true for a while, instead of running away from who waits for it. */
const WHOLE_MS = 60_000;

/**
 * Whether asking again helps (R71, R72, R74). A channel not used yet may be tried at once; on the same channel the waits are
 * 60, 120, 240 s. A refusal always says until when, or what would serve better.
 */
export function judgeResend(given: ResendFacts, limits: ResendLimits, now: Date): ResendVerdict {
  const facts = { ...given, otherChannel: openChannel(given) };
  if (!facts.laneLive) return { verdict: 'would-not-help', advice: facts.otherChannel, until: null };
  const later = new Date(Math.min(facts.endsAt.getTime(), lookAgain(now.getTime())));
  if (facts.standsStill) return { verdict: 'would-not-help', advice: null, until: later, ours: true };
  if (facts.laneRefuses) return { verdict: 'would-not-help', advice: facts.otherChannel, until: later };
  if (facts.sends >= limits.sends || facts.messages.length >= limits.messages)
    return { verdict: 'capped', until: facts.endsAt, advice: null };
  const numberFree =
    facts.channel === 'SMS' ? numberFreeAt(facts.smsToNumber, limits.smsPerNumberHour) : null;
  if (numberFree) return { verdict: 'capped', until: numberFree, advice: unusedChannel(facts) };

  const onChannel = facts.messages.filter(({ channel }) => channel === facts.channel);
  const last = onChannel.at(-1);
  if (!last) return { verdict: 'sent' };
  if (last.heldByUs === 'not-sent')
    return { verdict: 'would-not-help', advice: facts.otherChannel, until: later, ours: true };
  if (isInVain(onChannel, facts.channel, now))
    return { verdict: 'would-not-help', advice: facts.otherChannel, until: null, refused: true };
  if (last.state === 'REFUSED')
    return facts.otherChannel && onChannel.every(({ state }) => state === 'REFUSED')
      ? { verdict: 'would-not-help', advice: facts.otherChannel, until: null }
      : waitOrSend(last.queuedAt, facts, limits, now);
  const inFlight = last.state === 'QUEUED' || last.state === 'SENT_ON' || last.state === 'LATE';
  const decision = waitOrSend(last.queuedAt, facts, limits, now);
  if (isWaiting(last) && !hasPassed(facts, now) && (last.state === 'LATE' || decision.verdict === 'sent'))
    return { verdict: 'would-not-help', advice: facts.otherChannel, until: later };
  if (decision.verdict === 'too-soon' && inFlight)
    return { verdict: 'on-its-way', until: decision.until, usualSeconds: last.usualSeconds };
  return decision;
}

/** Nobody has taken it: one more would wait beside it, and in the end both would be sent, and paid for. */
const isWaiting = ({ state, sentOnAt }: Answered): boolean =>
  sentOnAt === null && (state === 'QUEUED' || state === 'LATE');

/** Asking again makes the code count once more, in whichever message somebody holds already. */
const hasPassed = ({ validUntil }: ResendFacts, now: Date): boolean =>
  validUntil !== null && now >= validUntil;

/** The other channel, where not all that went there was refused: two that refuse would be advised in place of each other for ever. */
function openChannel({ messages, otherChannel }: ResendFacts): Channel | null {
  const there = messages.filter(({ channel }) => channel === otherChannel);
  return there.length > 0 && there.every(({ state }) => state === 'REFUSED') ? null : otherChannel;
}

/** The other channel, where it could carry the code and has not been tried: there it goes at once. */
const unusedChannel = ({ messages, otherChannel }: ResendFacts): Channel | null =>
  messages.some(({ channel }) => channel === otherChannel) ? null : otherChannel;

const lookAgain = (now: number): number => Math.floor(now / WHOLE_MS) * WHOLE_MS + LOOK_AGAIN_MS;

function waitOrSend(lastAt: Date, facts: ResendFacts, limits: ResendLimits, now: Date): ResendVerdict {
  const waits = limits.resendSeconds;
  const seconds = waits[Math.min(facts.sends, waits.length) - 1] ?? waits.at(-1) ?? 60;
  const until = new Date(lastAt.getTime() + seconds * 1000);
  return now < until ? { verdict: 'too-soon', until } : { verdict: 'sent' };
}
