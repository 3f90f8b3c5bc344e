import { type AuditRecord, auditing } from '#platform/audit';
import { type Sql, sendAlong, sql, type Tx } from '#platform/database';
import { bytes } from '#platform/digest';
import type { IssueFacts } from '../rules/judge-issue.ts';
import type { Purpose, Token } from '../types.ts';
import { COLUMNS } from './find.ts';

type Counts = Pick<
  IssueFacts,
  'tokensLastHour' | 'tokensLastDay' | 'oldestInHour' | 'oldestInDay' | 'consecutiveWrong'
> & { now: Date };
export type FactsKey = { account: string; subject: string; purpose: Purpose; binding: Uint8Array };

const COUNTS = sql`count(*) FILTER (WHERE issued_at > app_now() - interval '1 hour')::int AS "tokensLastHour", count(*)::int AS "tokensLastDay",
  min(issued_at) FILTER (WHERE issued_at > app_now() - interval '1 hour') AS "oldestInHour", min(issued_at) AS "oldestInDay"`;

/** What is known before a token is issued: the open one for the same thing, and the counts. */
export type Facts = Counts & { open: Token | undefined };

/**
 * Ends what is past its absolute end, finds the open token for exactly this thing, and counts what the caps look at. Two asks
 * for one account wait for each other, so that caps and "one open token" hold across devices and processes: the second
 * statement sees what the one before it waited for.
 */
export async function lockFacts(tx: Tx, key: FactsKey): Promise<Facts> {
  const lock = `token-account:${key.account}`;
  const locked = tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
  const found = tx.$queryRaw<(Counts & (Token | { id: null }))[]>`
    WITH ended AS (
      UPDATE verification_token SET state = 'EXPIRED', ended_at = ends_at
      WHERE subject = ${key.subject} AND purpose = ${key.purpose} AND state = 'OPEN' AND ends_at <= app_now()),
    open AS (
      SELECT * FROM verification_token
      WHERE subject = ${key.subject} AND purpose = ${key.purpose} AND binding = ${bytes(key.binding)} AND state = 'OPEN'
        AND ends_at > app_now()),
    counted AS (
      SELECT ${COUNTS} FROM verification_token WHERE account = ${key.account} AND issued_at > app_now() - interval '24 hours')
    SELECT counted.*, app_now() AS now, ${COLUMNS},
      coalesce((SELECT consecutive FROM code_failure f WHERE f.account = ${key.account}), 0) AS "consecutiveWrong"
    FROM counted LEFT JOIN open ON true`;
  const [, [row]] = await Promise.all([locked, found]);
  if (!row) throw new Error('an aggregate gave no row');
  return { ...row, open: row.id === null ? undefined : (row as Token) };
}

/** How many wrong codes in a row an account has seen. */
export async function wrongInARow(tx: Tx, account: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ consecutive: number }[]>`
    SELECT consecutive FROM code_failure WHERE account = ${account}`;
  return row?.consecutive ?? 0;
}

/** Writes a token and, in the same statement, its message and its entry in the audit. Nobody has to wait for it. */
export const insertToken = (tx: Tx, t: Token, message: Sql, audit: AuditRecord): void =>
  sendAlong(
    tx,
    tx.$executeRaw`
    WITH token AS (INSERT INTO verification_token (id, key_id, purpose, subject, account, binding, flow_hash, network, reference, channel, locale,
      attempts_max, window_seconds, issued_at, last_sent_at, ends_at)
    VALUES (${t.id}, ${t.keyId}, ${t.purpose}, ${t.subject}, ${t.account}, ${bytes(t.binding)}, ${t.flowHash && bytes(t.flowHash)}, ${t.network},
      ${t.reference}, ${t.channel}, ${t.locale}, ${t.attemptsMax}, ${t.windowSeconds}, ${t.issuedAt}, ${t.lastSentAt}, ${t.endsAt})
    RETURNING 1),
    ${message},
    ${auditing(audit, sql`token`)}
    SELECT 1`,
  );
