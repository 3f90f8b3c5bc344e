import { sql, type Tx } from '#platform/database';
import { bytes } from '#platform/digest';
import type { IssueFacts } from './rules/judge-issue.ts';
import type { Purpose, Token } from './types.ts';

const COLUMNS = sql`id, key_id AS "keyId", purpose, subject, account, network, prefix, binding, flow_hash AS "flowHash", state, reference, channel, locale,
  attempts_used AS "attemptsUsed", attempts_max AS "attemptsMax", sends, last_sent_at AS "lastSentAt", issued_at AS "issuedAt",
  valid_until AS "validUntil", ends_at AS "endsAt", ended_at AS "endedAt", end_cause AS "endCause"`;

export type Read = Token & { now: Date };

/** Two asks for one account wait for each other, so that caps and "one open token" hold across devices and processes. */
export async function lockAccount(tx: Tx, account: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`token-account:${account}`}, 0))`;
}

export async function findToken(tx: Tx, id: string): Promise<Read | undefined> {
  const [row] = await tx.$queryRaw<
    Read[]
  >`SELECT ${COLUMNS}, app_now() AS now FROM verification_token WHERE id = ${id}`;
  return row;
}

export async function lockToken(tx: Tx, id: string): Promise<Read | undefined> {
  const [row] = await tx.$queryRaw<
    Read[]
  >`SELECT ${COLUMNS}, app_now() AS now FROM verification_token WHERE id = ${id} FOR UPDATE`;
  return row;
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

/** The newest token of a subject for a purpose and binding, whatever its state. */
export async function findNewest(
  tx: Tx,
  subject: string,
  purpose: Purpose,
  binding: Uint8Array,
): Promise<Token | undefined> {
  const [row] = await tx.$queryRaw<Token[]>`SELECT ${COLUMNS} FROM verification_token
    WHERE subject = ${subject} AND purpose = ${purpose} AND binding = ${bytes(binding)} ORDER BY issued_at DESC LIMIT 1`;
  return row;
}

/** A subject's tokens, newest first (for the desk). */
export const tokensOf = (tx: Tx, subject: string, limit: number): Promise<Token[]> =>
  tx.$queryRaw<
    Token[]
  >`SELECT ${COLUMNS} FROM verification_token WHERE subject = ${subject} ORDER BY issued_at DESC LIMIT ${limit}`;

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

/**
 * One more send, asked for by the person. A window that has passed opens again with it, as if the carrier had taken the
 * message now: who was told "sent" must not be told "expired".
 */
export const countSend = (tx: Tx, id: string, p95Seconds: number): Promise<number> =>
  tx.$executeRaw`
    UPDATE verification_token SET sends = sends + 1, last_sent_at = app_now(),
      valid_until = CASE WHEN valid_until <= app_now()
        THEN least(ends_at, app_now() + make_interval(secs => window_seconds + ${p95Seconds}::float8)) ELSE valid_until END
    WHERE id = ${id}`;

/**
 * Counts attempt, result and state in one statement, which fits only while the token is open, in its window and has attempts
 * left: however many guesses run at once, never more than `attempts_max` are evaluated. Nothing where it does not fit.
 */
export async function countAttempt(
  tx: Tx,
  id: string,
  right: boolean,
  consecutiveWrong: number,
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
      ON CONFLICT (account) DO UPDATE SET consecutive = CASE WHEN ${right} THEN 0 ELSE code_failure.consecutive + 1 END)
    SELECT ${COLUMNS}, pg_notify('content_changed', id)::text AS told FROM attempt`;
  return row;
}

/** Moves the end of the window forward, never back and never past the absolute end. */
export const moveWindow = (tx: Tx, id: string, until: Date): Promise<number> =>
  tx.$executeRaw`UPDATE verification_token SET valid_until = least(ends_at, greatest(valid_until, ${until})) WHERE id = ${id} AND state = 'OPEN'`;

export async function windowOf(tx: Tx, id: string): Promise<{ windowSeconds: number | null } | undefined> {
  const [row] = await tx.$queryRaw<{ windowSeconds: number | null }[]>`
    SELECT window_seconds AS "windowSeconds" FROM verification_token WHERE id = ${id}`;
  return row;
}

export const cancelOpen = (
  tx: Tx,
  subject: string,
  purpose: Purpose,
  cause: string,
  except: Uint8Array | null,
): Promise<{ id: string }[]> =>
  tx.$queryRaw<{ id: string }[]>`
    UPDATE verification_token SET state = 'CANCELLED', ended_at = app_now(), end_cause = ${cause}
    WHERE subject = ${subject} AND purpose = ${purpose} AND state = 'OPEN' AND (${except && bytes(except)}::bytea IS NULL OR binding <> ${except && bytes(except)})
    RETURNING id, pg_notify('content_changed', id)::text AS told`;

export const cancelOne = (
  tx: Tx,
  subject: string,
  purpose: Purpose,
  binding: Uint8Array,
  cause: string,
): Promise<{ id: string }[]> =>
  tx.$queryRaw<{ id: string }[]>`
    UPDATE verification_token SET state = 'CANCELLED', ended_at = app_now(), end_cause = ${cause}
    WHERE subject = ${subject} AND purpose = ${purpose} AND state = 'OPEN' AND binding = ${bytes(binding)}
    RETURNING id, pg_notify('content_changed', id)::text AS told`;

/** The person goes on in another browser: the subject's tokens answer the new flow from now on, and the old one no more. */
export const rebindFlow = (tx: Tx, subject: string, flowHash: Uint8Array): Promise<number> =>
  tx.$executeRaw`
    WITH rebound AS (UPDATE verification_token SET flow_hash = ${bytes(flowHash)} WHERE subject = ${subject} RETURNING id)
    SELECT pg_notify('content_changed', id) FROM rebound`;

/** SMS codes of the last hour by source network and by number block: what the budgets against pumping look at. */
export async function budgetUse(
  tx: Tx,
  network: string,
  prefix: string,
): Promise<{ network: number; prefix: number }> {
  const [row] = await tx.$queryRaw<{ network: number; prefix: number }[]>`
    SELECT (SELECT coalesce(sum(sends), 0) FROM verification_token
        WHERE network = ${network} AND channel = 'SMS' AND issued_at > app_now() - interval '1 hour')::int AS network,
      (SELECT coalesce(sum(sends), 0) FROM verification_token
        WHERE prefix = ${prefix} AND channel = 'SMS' AND issued_at > app_now() - interval '1 hour')::int AS prefix`;
  return row ?? { network: 0, prefix: 0 };
}
