import { writeAudit } from '#platform/audit';
import type { Tx } from '#platform/database';
import { type Agent, agentOfSession, revokeAgentSession } from './store/agents.ts';
import { lookUp } from './use-cases/look-up.ts';
import type { Needs } from './use-cases/needs.ts';
import { readLook } from './use-cases/read-look.ts';
import { signInAgent } from './use-cases/sign-in-agent.ts';

export { serviceDeskErrors } from './errors.ts';
export { makeDeskResolvers } from './resolvers.ts';
export type { Agent };
export type ServiceDesk = ReturnType<typeof makeServiceDesk>;

/** Who asks on the desk's origin. */
export type DeskCaller = {
  locale: 'id' | 'en';
  /** The address the request came from, as a keyed digest. */
  source: string;
  sessionHash: Uint8Array | null;
  giveSession(secret: string, endsAt: Date): void;
  endSession(): void;
};

/** The door of the service desk. Everything behind a session is the agent's who holds it. */
export function makeServiceDesk(needs: Needs) {
  const { db } = needs;
  return {
    agent: async ({ sessionHash }: DeskCaller): Promise<Agent | undefined> =>
      sessionHash ? agentOfSession(db.read, sessionHash) : undefined,
    signIn: (caller: DeskCaller, input: { login: string; password: string }) =>
      signInAgent(needs, { ...input, source: caller.source }),
    async signOut({ sessionHash, endSession }: DeskCaller): Promise<void> {
      if (sessionHash) await db.inTransaction((tx) => endAgentSession(tx, sessionHash));
      endSession();
    },
    lookUp: (agent: Agent, identifier: string) => lookUp(needs, agent, identifier),
    look: (agent: Agent, lookId: string, locale: 'id' | 'en') => readLook(needs, agent, lookId, locale),
  };
}

async function endAgentSession(tx: Tx, hash: Uint8Array): Promise<void> {
  const agentId = await revokeAgentSession(tx, hash);
  if (agentId) await writeAudit(tx, { actor: `agent:${agentId}`, action: 'desk.signed_out' });
}
