import type { Tx } from '#platform/database';
import { bytes } from '#platform/digest';

export type LiveSession = { taxpayerId: string; endsAt: Date };

/** Writes a session; `lastsUntil` is its absolute end, `endsAt` when it ends if nobody is seen before. */
export async function insertSession(
  tx: Tx,
  s: { hash: Uint8Array; taxpayerId: string; seconds: number; idleSeconds: number },
): Promise<{ endsAt: Date; lastsUntil: Date }> {
  const [row] = await tx.$queryRaw<{ endsAt: Date; lastsUntil: Date }[]>`
    INSERT INTO session (hash, taxpayer_id, ends_at) VALUES (${bytes(s.hash)}, ${s.taxpayerId}::uuid, app_now() + make_interval(secs => ${s.seconds}))
    RETURNING ends_at AS "lastsUntil", least(ends_at, seen_at + make_interval(secs => ${s.idleSeconds})) AS "endsAt"`;
  if (!row) throw new Error('the insert gave no row');
  return row;
}

/** A session that is neither revoked, past its end, nor idle too long. Being seen is noted at most once a minute. */
export async function touchSession(
  tx: Tx,
  hash: Uint8Array,
  idleSeconds: number,
): Promise<LiveSession | undefined> {
  const [row] = await tx.$queryRaw<(LiveSession & { stale: boolean })[]>`
    SELECT taxpayer_id AS "taxpayerId", least(ends_at, seen_at + make_interval(secs => ${idleSeconds})) AS "endsAt",
      seen_at < app_now() - interval '1 minute' AS stale
    FROM session
    WHERE hash = ${bytes(hash)} AND revoked_at IS NULL AND ends_at > app_now() AND seen_at > app_now() - make_interval(secs => ${idleSeconds})`;
  if (row?.stale) await tx.$executeRaw`UPDATE session SET seen_at = app_now() WHERE hash = ${bytes(hash)}`;
  return row;
}

export const revokeSession = (tx: Tx, hash: Uint8Array): Promise<number> =>
  tx.$executeRaw`UPDATE session SET revoked_at = app_now() WHERE hash = ${bytes(hash)} AND revoked_at IS NULL`;

export const insertKnownBrowser = (tx: Tx, hash: Uint8Array, taxpayerId: string): Promise<number> =>
  tx.$executeRaw`INSERT INTO known_browser (hash, taxpayer_id) VALUES (${bytes(hash)}, ${taxpayerId}::uuid)`;

export async function isKnownBrowser(tx: Tx, hash: Uint8Array, taxpayerId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM known_browser WHERE hash = ${bytes(hash)} AND taxpayer_id = ${taxpayerId}::uuid`;
  return rows.length > 0;
}
