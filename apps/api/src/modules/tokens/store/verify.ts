import { announce } from '#platform/announcer';
import { type AuditRecord, auditing } from '#platform/audit';
import { sql, type Tx } from '#platform/database';
import type { Token } from '../types.ts';
import { COLUMNS } from './find.ts';

/**
 * Counts attempt, result and state in one statement, which fits only while the token is open, in its window and has attempts
 * left: however many guesses run at once, never more than `attempts_max` are evaluated. Nothing where it does not fit. What is
 * counted is audited, with the state it led to.
 */
export async function countAttempt(
  tx: Tx,
  id: string,
  right: boolean,
  consecutiveWrong: number,
  audit: AuditRecord,
): Promise<Token | undefined> {
  const [row] = await tx.$queryRaw<Token[]>`
    WITH attempt AS (
      UPDATE verification_token SET attempts_used = attempts_used + 1,
        state = CASE WHEN ${right} THEN 'VERIFIED' WHEN attempts_used + 1 >= attempts_max THEN 'LOCKED' ELSE 'OPEN' END,
        ended_at = CASE WHEN ${right} OR attempts_used + 1 >= attempts_max THEN app_now() END
      WHERE id = ${id} AND state = 'OPEN' AND attempts_used < attempts_max AND ends_at > app_now()
        AND (valid_until IS NULL OR valid_until > app_now())
        AND coalesce((SELECT consecutive FROM code_failure f WHERE f.account = verification_token.account), 0) < ${consecutiveWrong}
      RETURNING *),
    failures AS (
      INSERT INTO code_failure (account, consecutive) SELECT account, CASE WHEN ${right} THEN 0 ELSE 1 END FROM attempt
      ON CONFLICT (account) DO UPDATE SET consecutive = CASE WHEN ${right} THEN 0 ELSE code_failure.consecutive + 1 END),
    ${auditing(audit, sql`attempt`, sql`jsonb_build_object('state', state)`)}
    SELECT ${COLUMNS} FROM attempt`;
  if (row) announce(tx, 'content_changed', id);
  return row;
}
