import { hash, verify } from '@node-rs/argon2';
import { writeAudit } from '#platform/audit';
import { sha256 } from '#platform/digest';
import { randomId } from '#platform/random';
import { deskLimits } from '../policy.ts';
import { judgeAttempt } from '../rules/judge-attempt.ts';
import { type Agent, findAgentByLogin, insertAgentSession } from '../store/agents.ts';
import { clearAttempts, countAttempt, takeBackAttempt } from '../store/attempts.ts';
import type { Needs, Refused } from './needs.ts';

/** argon2id of a text nobody has: checked where there is no such agent, so that the answer takes the same time. */
const nobodysHash = hash(randomId(32));
const LOGIN = /^[a-z0-9._-]{1,64}$/;
const LONGEST_PASSWORD = 128;

export type SignedIn = { ok: true; agent: Agent; secret: string; endsAt: Date };

/** An agent's sign-in; wrong login and wrong password get the same answer after the same work. */
export async function signInAgent(
  { db, policies, secrets }: Needs,
  input: { login: string; password: string; source: string },
): Promise<SignedIn | Refused> {
  const login = input.login.trim().toLowerCase();
  if (!LOGIN.test(login) || input.password.length > LONGEST_PASSWORD)
    return { ok: false, code: 'NOT_RECOGNISED' };

  const limits = await deskLimits(policies);
  const count = async (...parts: string[]) => {
    const key = secrets.index('desk-attempts', parts.join('|'));
    return { key, ...(await countAttempt(db.read, key, limits.windowSeconds)) };
  };
  const counts = {
    loginAndSource: await count('both', login, input.source),
    login: await count('login', login),
    source: await count('source', input.source),
  };
  const verdict = judgeAttempt(counts, limits);
  if (!verdict.heard) return { ok: false, code: 'RATE_LIMITED', until: verdict.until };

  const agent = await findAgentByLogin(db.read, login);
  const right = await verify(agent?.passwordHash ?? (await nobodysHash), input.password);
  if (!agent || !right) {
    const whose = agent ? { subject: `agent:${agent.id}` } : {};
    const detail = { source: input.source };
    await writeAudit(db.read, { actor: 'system', action: 'desk.sign_in_refused', ...whose, detail });
    return { ok: false, code: 'NOT_RECOGNISED' };
  }
  const secret = randomId(32);
  const endsAt = await db.inTransaction(async (tx) => {
    await clearAttempts(tx, counts.loginAndSource.key);
    await writeAudit(tx, { actor: `agent:${agent.id}`, action: 'desk.signed_in' });
    return insertAgentSession(tx, {
      agentId: agent.id,
      hash: sha256(secret),
      seconds: limits.sessionSeconds,
    });
  });
  for (const { key } of [counts.login, counts.source]) await takeBackAttempt(db.read, key);
  return { ok: true, agent, secret, endsAt };
}
