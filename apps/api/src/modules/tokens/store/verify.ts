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
  await tx.$executeRaw`
    WITH entered AS (
      SELECT * FROM unnest(${each((t) => t.id)}::text[], ${each((t) => t.attemptsUsed)}::int[], ${each((t) => t.state)}::text[],
        ${each((t) => t.endedAt)}::timestamptz[], ${each((t) => t.account)}::text[], ${all.map(({ right }) => (right ? 0 : 1))}::int[])
        AS e (token, used, becomes, over_at, of_account, wrong)),
    attempt AS (
      UPDATE verification_token SET attempts_used = used, state = becomes, ended_at = over_at FROM entered WHERE id = token),
    failures AS (
      INSERT INTO code_failure AS f (account, consecutive) SELECT of_account, wrong FROM entered
      ON CONFLICT (account) DO UPDATE SET consecutive = CASE excluded.consecutive WHEN 0 THEN 0 ELSE f.consecutive + 1 END),
    ${auditing(entries)}
    SELECT 1`;
  return [];
});
