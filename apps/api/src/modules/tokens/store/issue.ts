import type { Tx } from '#platform/database';
import { bytes } from '#platform/digest';
import type { IssueFacts } from '../rules/judge-issue.ts';
import type { Purpose, Token } from '../types.ts';
import { COLUMNS } from './find.ts';

/** Two asks for one account wait for each other, so that caps and "one open token" hold across devices and processes. */
export async function lockAccount(tx: Tx, account: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`token-account:${account}`}, 0))`;
}

/** Ends what is past its absolute end, and finds the open token for exactly this thing. */
export async function findOpen(
  tx: Tx,
  key: { subject: string; purpose: Purpose; binding: Uint8Array },
): Promise<Token | undefined> {
  await tx.$executeRaw`UPDATE verification_token SET state = 'EXPIRED', ended_at = ends_at
    WHERE subject = ${key.subject} AND purpose = ${key.purpose} AND state = 'OPEN' AND ends_at <= app_now()`;
  const [row] = await tx.$queryRaw<Token[]>`SELECT ${COLUMNS} FROM verification_token
    WHERE subject = ${key.subject} AND purpose = ${key.purpose} AND binding = ${bytes(key.binding)} AND state = 'OPEN'`;
  return row;
}

type Counts = Pick<
  IssueFacts,
  'tokensLastHour' | 'tokensLastDay' | 'oldestInHour' | 'oldestInDay' | 'consecutiveWrong'
> & { now: Date };

export async function countIssued(tx: Tx, account: string): Promise<Counts> {
  const [row] = await tx.$queryRaw<Counts[]>`
    SELECT app_now() AS now,
      count(*) FILTER (WHERE issued_at > app_now() - interval '1 hour')::int AS "tokensLastHour", count(*)::int AS "tokensLastDay",
      min(issued_at) FILTER (WHERE issued_at > app_now() - interval '1 hour') AS "oldestInHour", min(issued_at) AS "oldestInDay",
      coalesce((SELECT consecutive FROM code_failure WHERE account = ${account}), 0) AS "consecutiveWrong"
    FROM verification_token WHERE account = ${account} AND issued_at > app_now() - interval '24 hours'`;
  if (!row) throw new Error('an aggregate gave no row');
  return row;
}

export type NewToken = Pick<
  Token,
  | 'id'
  | 'keyId'
  | 'purpose'
  | 'subject'
  | 'account'
  | 'binding'
  | 'flowHash'
  | 'reference'
  | 'channel'
  | 'locale'
  | 'attemptsMax'
  | 'network'
  | 'prefix'
> & {
  windowSeconds: number | null;
  endSeconds: number;
};

export async function insertToken(tx: Tx, t: NewToken): Promise<Token> {
  const [row] = await tx.$queryRaw<Token[]>`
    INSERT INTO verification_token (id, key_id, purpose, subject, account, binding, flow_hash, network, prefix, reference, channel, locale,
      attempts_max, window_seconds, ends_at)
    VALUES (${t.id}, ${t.keyId}, ${t.purpose}, ${t.subject}, ${t.account}, ${bytes(t.binding)}, ${t.flowHash && bytes(t.flowHash)}, ${t.network}, ${t.prefix},
      ${t.reference}, ${t.channel}, ${t.locale}, ${t.attemptsMax}, ${t.windowSeconds}, app_now() + make_interval(secs => ${t.endSeconds}))
    RETURNING ${COLUMNS}`;
  if (!row) throw new Error('the insert gave no row');
  return row;
}
