import { hash, verify } from '@node-rs/argon2';
import { writeAudit } from '#platform/audit';
import type { Database } from '#platform/database';
import { sha256 } from '#platform/digest';
import { randomId } from '#platform/random';
import { type Agent, findAgentByLogin, insertAgentSession } from '../store.ts';

const nobodysHash = hash(randomId(32));

/** An agent's sign-in; wrong login and wrong password take the same work. Null where it is refused. */
export async function signInAgent(db: Database, login: string, password: string): Promise<{ agent: Agent; secret: string; endsAt: Date } | null> {
  if (login.length > 64 || password.length > 128) return null;
  const agent = await findAgentByLogin(db.read, login);
  const right = await verify(agent?.passwordHash ?? (await nobodysHash), password);
  if (!agent || !right) {
    await writeAudit(db.read, { actor: 'system', action: 'desk.sign_in_refused' });
    return null;
  }
  const secret = randomId(32);
  const endsAt = await insertAgentSession(db.read, agent.id, sha256(secret));
  await writeAudit(db.read, { actor: `agent:${agent.id}`, action: 'desk.signed_in' });
  return { agent, secret, endsAt };
}
