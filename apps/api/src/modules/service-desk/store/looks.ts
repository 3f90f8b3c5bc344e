import type { Tx } from '#platform/database';
import type { LookFacts } from '../rules/judge-look-up.ts';

export type Look = { id: string; taxpayerId: string; endsAt: Date; readAt: Date };

/** Locks the agent, so that look-ups at the same moment are counted one after another, and counts the last hour's. */
export async function lockLooks(tx: Tx, agentId: string): Promise<LookFacts> {
  await tx.$executeRaw`SELECT FROM agent WHERE id = ${agentId}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<LookFacts[]>`
    SELECT count(*)::int AS "looksLastHour", min(began_at) AS "oldestInHour", app_now() AS now
    FROM agent_look WHERE agent_id = ${agentId}::uuid AND began_at > app_now() - interval '1 hour'`;
  if (!row) throw new Error('an aggregate gave no row');
  return row;
}

/** A look at somebody, or (`taxpayerId` null) at nobody we know. Gives its id. */
export async function insertLook(
  tx: Tx,
  l: { agentId: string; taxpayerId: string | null; seconds: number },
): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO agent_look (agent_id, taxpayer_id, ends_at)
    VALUES (${l.agentId}::uuid, ${l.taxpayerId}::uuid, app_now() + make_interval(secs => ${l.seconds}))
    RETURNING id`;
  if (!row) throw new Error('the insert gave no row');
  return row.id;
}

/** The agent's own look while it is open, and notes that it was read: how long somebody was looked at stays known. */
export async function touchLook(tx: Tx, id: string, agentId: string): Promise<Look | undefined> {
  const [row] = await tx.$queryRaw<Look[]>`
    UPDATE agent_look SET last_read_at = app_now()
    WHERE id = ${id}::uuid AND agent_id = ${agentId}::uuid AND taxpayer_id IS NOT NULL AND ends_at > app_now()
    RETURNING id, taxpayer_id AS "taxpayerId", ends_at AS "endsAt", last_read_at AS "readAt"`;
  return row;
}
