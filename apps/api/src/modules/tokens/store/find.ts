import type { Channel } from '#modules/delivery';
import { accountClaim } from '#platform/caller';
import { claim, type Sql, sql, type Tx, together } from '#platform/database';
import { bytes } from '#platform/digest';
import type { Purpose, Token } from '../types.ts';

export const COLUMNS = sql`id, key_id AS "keyId", purpose, subject, account, network, binding, flow_hash AS "flowHash", state, reference, channel, locale,
  attempts_used AS "attemptsUsed", attempts_max AS "attemptsMax", sends, last_sent_at AS "lastSentAt", issued_at AS "issuedAt",
  window_seconds AS "windowSeconds", valid_until AS "validUntil", ends_at AS "endsAt", ended_at AS "endedAt", end_cause AS "endCause", overruled, overruled_lane AS "overruledLane",
  overruled_by AS "overruledBy"`;

export type Read = Token & { now: Date };
export type Locked = Read & { consecutiveWrong: number };

export async function findToken(tx: Tx, id: string): Promise<Read | undefined> {
  const [row] = await tx.$queryRaw<
    Read[]
  >`SELECT ${COLUMNS}, app_now() AS now FROM verification_token WHERE id = ${id}`;
  return row;
}

/** Those of tokens that are for none of these purposes. */
export async function notAmong(tx: Tx, ids: string[], purposes: readonly Purpose[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM verification_token WHERE id = ANY (${ids}) AND purpose <> ALL (${[...purposes]}::text[])`;
  return rows.map(({ id }) => id);
}

export const findTokens = (tx: Tx, ids: string[]): Promise<Read[]> =>
  tx.$queryRaw<Read[]>`
    SELECT ${COLUMNS}, app_now() AS now FROM verification_token
    WHERE id = ANY (${ids})`;

export async function lockToken(tx: Tx, id: string): Promise<Read | undefined> {
  const [row] = await tx.$queryRaw<
    Read[]
  >`SELECT ${COLUMNS}, app_now() AS now FROM verification_token WHERE id = ${id} FOR UPDATE`;
  return row;
}

/** A token and how many wrong codes in a row its account has seen, locked for one entry: guesses come one after another. */
export async function lockForEntry(tx: Tx, id: string): Promise<Locked | undefined> {
  const token = await lockAllForEntry(tx, id);
  if (token) claim(tx, accountClaim(token.account));
  return token;
}

const lockAllForEntry = together(async (tx, ids: string[]) => {
  const rows = await tx.$queryRaw<Locked[]>`
    SELECT ${COLUMNS}, app_now() AS now,
      coalesce((SELECT consecutive FROM code_failure f WHERE f.account = t.account), 0) AS "consecutiveWrong"
    FROM verification_token t WHERE id = ANY (${ids}) ORDER BY id FOR UPDATE OF t`;
  return ids.map((id) => rows.find((row) => row.id === id));
});

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

/** An account's newest token for a purpose by a channel, but for those that were cancelled. */
export async function newestBy(
  tx: Tx,
  account: string,
  purpose: Purpose,
  channel: Channel,
): Promise<Token | undefined> {
  const [row] = await tx.$queryRaw<Token[]>`SELECT ${COLUMNS} FROM verification_token
    WHERE account = ${account} AND purpose = ${purpose} AND channel = ${channel} AND state <> 'CANCELLED'
    ORDER BY issued_at DESC LIMIT 1`;
  return row;
}

/** Of accounts: the bindings whose tokens are meant (account, binding, place). A part of statements. */
export type Bindings = (accounts: string[]) => Sql;

/** The newest token of each binding that `bindings` selects for these accounts. A part of statements. */
export const newestOf = (accounts: string[], purpose: Purpose, bindings: Bindings): Sql => sql`
    (${bindings(accounts)}) AS wanted (owner, wanted, place), LATERAL (
      SELECT * FROM verification_token
      WHERE account = owner AND purpose = ${purpose} AND binding = wanted ORDER BY issued_at DESC LIMIT 1) newest`;

/** Those that `newestOf` names, each account's in their order. */
export const findNewestOf = (tx: Tx, newest: Sql): Promise<Read[]> =>
  tx.$queryRaw<Read[]>`SELECT ${COLUMNS}, app_now() AS now FROM ${newest} ORDER BY place`;

export type OpenOf = { subject: string; purpose: Purpose };

/** The open tokens of subjects, each for a purpose: a part of statements. */
export const openTokens = (all: OpenOf[]): Sql => sql`
  SELECT id FROM unnest(${all.map(({ subject }) => subject)}::text[], ${all.map(({ purpose }) => purpose)}::text[]) AS o (of_subject, for_purpose),
  LATERAL (SELECT id FROM verification_token WHERE subject = of_subject AND purpose = for_purpose AND state = 'OPEN' OFFSET 0) mine`;

/** A subject's tokens, newest first (for the desk). */
export const tokensOf = (tx: Tx, subject: string, limit: number): Promise<Token[]> =>
  tx.$queryRaw<
    Token[]
  >`SELECT ${COLUMNS} FROM verification_token WHERE subject = ${subject} ORDER BY issued_at DESC LIMIT ${limit}`;

/** Who asked for the tokens that `ids` selects, each once, in the language they asked in. */
export const askers = (tx: Tx, ids: Sql): Promise<{ subject: string; locale: 'id' | 'en' }[]> =>
  tx.$queryRaw<{ subject: string; locale: 'id' | 'en' }[]>`
    SELECT DISTINCT ON (subject) subject, locale FROM (${ids}) AS meant (ref), LATERAL (
      SELECT subject, locale, issued_at FROM verification_token WHERE id = ref OFFSET 0) t
    ORDER BY subject, issued_at DESC`;
