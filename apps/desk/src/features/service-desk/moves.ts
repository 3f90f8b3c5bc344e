import { type Reason, reasonOf } from './reasons.ts';
import type { DeskMessage, DeskToken } from './token.ts';

/** Why we sent a code another way ourselves: what the message before it met, in the carrier's own word where there is one. */
export type Cause = { via: string; how: 'refused' | 'postponed' | 'silent'; reason: Reason | null };

/**
 * What made us send `own` unasked; null where it was asked for, or nothing came before it. What counts is the last message
 * before it that had not arrived when it was queued.
 */
export function causeOf(own: DeskMessage, messages: readonly DeskMessage[]): Cause | null {
  if (own.cause !== 'FAILOVER') return null;
  const stuck = messages.findLast(
    (one) =>
      one !== own &&
      one.queuedAt <= own.queuedAt &&
      (one.deliveredAt === null || one.deliveredAt > own.queuedAt),
  );
  if (!stuck) return null;
  const before = stuck.timeline.filter(({ at }) => at <= own.queuedAt);
  const trouble = before.findLast(
    ({ kind }) => kind === 'DEFERRED' || kind === 'REFUSED' || kind === 'UNKNOWN',
  );
  const how = trouble === undefined ? 'silent' : trouble.kind === 'REFUSED' ? 'refused' : 'postponed';
  return { via: stuck.via, how, reason: reasonOf(trouble?.reply ?? null) };
}

/** The verdict of what happened: where we moved the code ourselves, and why; null where we did not. */
export function moveOf({ messages }: Pick<DeskToken, 'messages'>): { to: DeskMessage; cause: Cause } | null {
  const to = messages.findLast(({ cause }) => cause === 'FAILOVER');
  const cause = to && causeOf(to, messages);
  return to && cause ? { to, cause } : null;
}
