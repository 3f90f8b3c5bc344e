import { type Queued, queueing } from '#modules/delivery';
import { type AuditRecord, auditing } from '#platform/audit';
import { accountClaim } from '#platform/caller';
import { claim, sendAlong, sql, type Tx, together } from '#platform/database';
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
  claim(tx, accountClaim(key.account));
  const [, row] = await Promise.all([lockAccount(tx, key.account), readFacts(tx, key)]);
  if (!row) throw new Error('an aggregate gave no row');
  return { ...row, open: row.id === null ? undefined : (row as Token) };
}

const lockAccount = together(async (tx, accounts: string[]) => {
  const locks = accounts.map((account) => `token-account:${account}`).sort();
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(lock, 0)) FROM unnest(${locks}::text[]) AS l (lock)`;
  return [];
});

const readFacts = together(
  (tx, keys: FactsKey[]): Promise<(Counts & (Token | { id: null }))[]> =>
    tx.$queryRaw<(Counts & (Token | { id: null }))[]>`
    WITH asked AS (
      SELECT * FROM unnest(${keys.map(({ account }) => account)}::text[], ${keys.map(({ subject }) => subject)}::text[],
        ${keys.map(({ purpose }) => purpose)}::text[], ${keys.map(({ binding }) => binding)}::bytea[])
        WITH ORDINALITY AS a (of_account, of_subject, for_purpose, for_binding, place)),
    ended AS (
      UPDATE verification_token SET state = 'EXPIRED', ended_at = ends_at FROM asked
      WHERE subject = ANY (${keys.map(({ subject }) => subject)}) AND subject = of_subject AND purpose = for_purpose AND state = 'OPEN' AND ends_at <= app_now())
    SELECT counted.*, app_now() AS now, ${COLUMNS},
      coalesce((SELECT consecutive FROM code_failure f WHERE f.account = of_account), 0) AS "consecutiveWrong"
    FROM asked CROSS JOIN LATERAL (
      SELECT ${COUNTS} FROM verification_token WHERE account = of_account AND issued_at > app_now() - interval '24 hours') counted
    LEFT JOIN LATERAL (
      SELECT * FROM verification_token
      WHERE subject = of_subject AND purpose = for_purpose AND binding = for_binding AND state = 'OPEN' AND ends_at > app_now() OFFSET 0) open ON true
    ORDER BY place`,
);

/** How many wrong codes in a row an account has seen. */
export async function wrongInARow(tx: Tx, account: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ consecutive: number }[]>`
    SELECT consecutive FROM code_failure WHERE account = ${account}`;
  return row?.consecutive ?? 0;
}

export type Issued = { token: Token; message: Queued; audit: AuditRecord };

/** Writes a token and, in the same statement, its message and its entry in the audit. Nobody has to wait for it. */
export const insertToken = (tx: Tx, issued: Issued): void => sendAlong(tx, insertAll(tx, issued));

const insertAll = together(async (tx, all: Issued[]) => {
  const each = <T>(value: (token: Token) => T): T[] => all.map(({ token }) => value(token));
  await tx.$executeRaw`
    WITH token AS (
      INSERT INTO verification_token (id, key_id, purpose, subject, account, binding, flow_hash, network, reference, channel, locale,
        attempts_max, window_seconds, issued_at, last_sent_at, ends_at)
      SELECT * FROM unnest(${each((t) => t.id)}::text[], ${each((t) => t.keyId)}::text[], ${each((t) => t.purpose)}::text[],
        ${each((t) => t.subject)}::text[], ${each((t) => t.account)}::text[], ${each((t) => t.binding)}::bytea[],
        ${each((t) => t.flowHash)}::bytea[], ${each((t) => t.network)}::text[], ${each((t) => t.reference)}::text[],
        ${each((t) => t.channel)}::text[], ${each((t) => t.locale)}::text[], ${each((t) => t.attemptsMax)}::int[],
        ${each((t) => t.windowSeconds)}::int[], ${each((t) => t.issuedAt)}::timestamptz[],
        ${each((t) => t.lastSentAt)}::timestamptz[], ${each((t) => t.endsAt)}::timestamptz[])),
    ${queueing(all.map(({ message }) => message))},
    ${auditing(all.map(({ audit }) => audit))}
    SELECT 1`;
  return [];
});
