import { announce } from '#platform/announcer';
import { type AuditRecord, auditing } from '#platform/audit';
import { sendAlong, sql, type Tx } from '#platform/database';
import type { Token } from '../types.ts';

/**
 * Writes down an attempt on a token that `lockForEntry` has locked: what it is now, the account's wrong codes in a row, and the
 * entry in the audit, with the state it led to. Nobody has to wait for it.
 */
export function recordAttempt(tx: Tx, t: Token, right: boolean, audit: AuditRecord): void {
  sendAlong(
    tx,
    tx.$executeRaw`
    WITH attempt AS (
      UPDATE verification_token SET attempts_used = ${t.attemptsUsed}, state = ${t.state}, ended_at = ${t.endedAt} WHERE id = ${t.id} RETURNING account),
    failures AS (
      INSERT INTO code_failure (account, consecutive) SELECT account, CASE WHEN ${right} THEN 0 ELSE 1 END FROM attempt
      ON CONFLICT (account) DO UPDATE SET consecutive = CASE WHEN ${right} THEN 0 ELSE code_failure.consecutive + 1 END),
    ${auditing({ ...audit, detail: { ...audit.detail, state: t.state } }, sql`attempt`)}
    SELECT 1`,
  );
  announce(tx, 'content_changed', t.id);
}
