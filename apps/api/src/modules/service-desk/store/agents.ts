import type { Tx } from '#platform/database';
import { bytes } from '#platform/digest';

export type Agent = { id: string; name: string; team: string };

export async function findAgentByLogin(
  tx: Tx,
  login: string,
): Promise<(Agent & { passwordHash: string }) | undefined> {
  const [row] = await tx.$queryRaw<(Agent & { passwordHash: string })[]>`
    SELECT id, name, team, password_hash AS "passwordHash" FROM agent WHERE login = ${login}`;
  return row;
}

export async function agentOfSession(tx: Tx, hash: Uint8Array): Promise<Agent | undefined> {
  const [row] = await tx.$queryRaw<Agent[]>`
    SELECT a.id, a.name, a.team FROM agent_session s JOIN agent a ON a.id = s.agent_id
    WHERE s.hash = ${bytes(hash)} AND s.revoked_at IS NULL AND s.ends_at > app_now()`;
  return row;
}

export async function insertAgentSession(
  tx: Tx,
  s: { agentId: string; hash: Uint8Array; seconds: number },
): Promise<Date> {
  const [row] = await tx.$queryRaw<{ endsAt: Date }[]>`
    INSERT INTO agent_session (hash, agent_id, ends_at)
    VALUES (${bytes(s.hash)}, ${s.agentId}::uuid, app_now() + make_interval(secs => ${s.seconds}))
    RETURNING ends_at AS "endsAt"`;
  if (!row) throw new Error('the insert gave no row');
  return row.endsAt;
}

/** Ends a session. The agent whose it was, or nothing where it had ended before. */
export async function revokeAgentSession(tx: Tx, hash: Uint8Array): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ agentId: string }[]>`
    UPDATE agent_session SET revoked_at = app_now()
    WHERE hash = ${bytes(hash)} AND revoked_at IS NULL AND ends_at > app_now() RETURNING agent_id AS "agentId"`;
  return row?.agentId;
}
