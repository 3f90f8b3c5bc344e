import type { Agent as AgentType, Resolvers } from '#generated/desk-graphql';
import { isUuid, refusal } from '#graphql/refusals';
import type { Agent, DeskCaller, ServiceDesk } from './index.ts';

const shown = ({ id, name, team }: Agent): AgentType => ({ id, name, team });

export const makeDeskResolvers = (desk: ServiceDesk): Resolvers<{ caller: DeskCaller }> => ({
  Query: {
    async agent(_, __, { caller }) {
      const agent = await desk.agent(caller);
      return agent ? shown(agent) : null;
    },
    async look(_, { id }, { caller }) {
      const agent = await desk.agent(caller);
      return agent && isUuid(id) ? desk.look(agent, id, caller.locale) : null;
    },
  },
  Mutation: {
    async signIn(_, { input }, { caller }) {
      const outcome = await desk.signIn(caller, input);
      if (!outcome.ok) return refusal(outcome.code, outcome);
      caller.giveSession(outcome.secret, outcome.endsAt);
      return { __typename: 'Agent', ...shown(outcome.agent) };
    },
    async signOut(_, __, { caller }) {
      await desk.signOut(caller);
      return true;
    },
    async lookUp(_, { input }, { caller }) {
      const agent = await desk.agent(caller);
      if (!agent) return refusal('NOT_SIGNED_IN');
      const outcome = await desk.lookUp(agent, input.identifier);
      if (!outcome.ok) return refusal(outcome.code, outcome);
      const look = await desk.look(agent, outcome.lookId, caller.locale);
      if (!look) throw new Error('a look just opened was not found');
      return { __typename: 'Look', ...look };
    },
  },
});
