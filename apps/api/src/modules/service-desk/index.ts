import type { Agent as AgentType, Resolvers } from '#generated/desk-graphql';
import { refusal } from '#graphql/refusals';
import type { Agent } from './store.ts';
import { agentOfSession, revokeAgentSession } from './store.ts';
import { lookUp, type Needs } from './use-cases/look-up.ts';
import { signInAgent } from './use-cases/sign-in-agent.ts';

/** Who asks on the desk's origin. */
export type DeskCaller = {
  locale: 'id' | 'en';
  sessionHash: Uint8Array | null;
  giveSession(secret: string, endsAt: Date): void;
  endSession(): void;
};

const shown = ({ id, name, team }: Agent): AgentType => ({ id, name, team });

export const makeDeskResolvers = (needs: Needs): Resolvers<{ caller: DeskCaller }> => {
  const { db } = needs;
  const agentOf = ({ sessionHash }: DeskCaller) => (sessionHash ? agentOfSession(db.read, sessionHash) : Promise.resolve(undefined));
  return {
    Query: {
      agent: async (_, __, { caller }) => {
        const agent = await agentOf(caller);
        return agent ? shown(agent) : null;
      },
    },
    Mutation: {
      async signIn(_, { input }, { caller }) {
        const signedIn = await signInAgent(db, input.login, input.password);
        if (!signedIn) return refusal('NOT_RECOGNISED');
        caller.giveSession(signedIn.secret, signedIn.endsAt);
        return { __typename: 'Agent', ...shown(signedIn.agent) };
      },
      async signOut(_, __, { caller }) {
        if (caller.sessionHash) await revokeAgentSession(db.read, caller.sessionHash);
        caller.endSession();
        return true;
      },
      async lookUp(_, { input }, { caller }) {
        const agent = await agentOf(caller);
        if (!agent) return refusal('NOT_SIGNED_IN');
        const found = await lookUp(needs, agent, input.identifier);
        return found.ok ? { __typename: 'DeskTaxpayer', ...found.taxpayer } : refusal(found.code, found);
      },
    },
  };
};
