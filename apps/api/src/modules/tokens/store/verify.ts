import { announce } from '#platform/announcer';
import { type AuditRecord, auditing } from '#platform/audit';
import { sendAlong, type Tx, together } from '#platform/database';
import type { Token } from '../types.ts';

type Attempt = { token: Token; right: boolean; audit: AuditRecord };

/**
 * Writes down an attempt on a token that `lockForEntry` has locked: what it is now, the account's wrong codes in a row, and the
 * entry in the audit, with the state it led to. Nobody has to wait for it.
 */
export function recordAttempt(tx: Tx, attempt: Attempt): void {
  sendAlong(tx, recordAll(tx, attempt));
  announce(tx, 'content_changed', attempt.token.id);
}

const recordAll = together(async (tx, all: Attempt[]) => {
  const each = <T>(value: (token: Token) => T): T[] => all.map(({ token }) => value(token));
  const entries = all.map(({ token, audit }) => ({
    ...audit,
    detail: { ...audit.detail, state: token.state },
  }));
  const ids = each(({ id }) => id);
  await tx.$executeRaw`
    WITH attempt AS (
      UPDATE verification_token SET attempts_used = (${each((t) => t.attemptsUsed)}::int[])[array_position(${ids}, id)],
        state = (${each((t) => t.state)}::text[])[array_position(${ids}, id)],
        ended_at = (${each((t) => t.endedAt)}::timestamptz[])[array_position(${ids}, id)]
      WHERE id = ANY (${ids})),
    failures AS (
      INSERT INTO code_failure AS f (account, consecutive)
      SELECT * FROM unnest(${each((t) => t.account)}::text[], ${all.map(({ right }) => (right ? 0 : 1))}::int[])
      ON CONFLICT (account) DO UPDATE SET consecutive = CASE excluded.consecutive WHEN 0 THEN 0 ELSE f.consecutive + 1 END),
    ${auditing(entries)}
    SELECT 1`;
  return [];
});
