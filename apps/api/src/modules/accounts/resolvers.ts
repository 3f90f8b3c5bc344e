import type { Resolvers } from '#generated/graphql';
import { isId, refusal } from '#graphql/refusals';
import { presentRefusal, type Tokens } from '#modules/tokens';
import type { Caller } from '#platform/caller';
import type { Database } from '#platform/database';
import type { Accounts } from './index.ts';
import type { Refused } from './use-cases/needs.ts';

type Needs = { accounts: Accounts; tokens: Tokens; db: Database };

export const makeAccountResolvers = ({ accounts, tokens, db }: Needs): Resolvers => {
  /** A refusal of what sends a code: with a piece of work for this browser where that is what it takes. */
  async function refuse(refused: Refused, caller: Caller) {
    if (refused.code === 'CHALLENGE_NEEDED')
      return {
        ...{ __typename: 'ChallengeNeeded' as const, code: 'CHALLENGE_NEEDED' as const },
        challenge: await tokens.challenge(caller.ensureFlow()),
      };
    return presentRefusal(refused, caller.locale);
  }
  return {
    Query: {
      async session(_, __, { caller }) {
        const session = caller.sessionHash && (await accounts.session(caller.sessionHash));
        return session ?? null;
      },
      activation: async (_, { id }, { caller }) =>
        isId(id) ? ((await accounts.activation(caller, id)) ?? null) : null,
    },
    Mutation: {
      async startActivation(_, { input }, { caller }) {
        const outcome = await accounts.startActivation(caller, input);
        return outcome.ok
          ? { __typename: 'Activation', ...outcome.activation }
          : refusal(outcome.code, outcome);
      },
      async setActivationChannels(_, { input }, { caller }) {
        if (!isId(input.activationId)) return refusal('NOT_FOUND');
        const outcome = await accounts.setActivationChannels(caller, input);
        return outcome.ok
          ? { __typename: 'Activation', ...outcome.activation, tokens: outcome.tokens }
          : refuse(outcome, caller);
      },
      async completeActivation(_, { input }, { caller }) {
        if (!isId(input.activationId)) return refusal('NOT_FOUND');
        const outcome = await accounts.completeActivation(caller, input);
        return outcome.ok ? { __typename: 'Session', ...outcome } : refusal(outcome.code, outcome);
      },
      async signIn(_, { input }, { caller }) {
        const outcome = await accounts.signIn(caller, input);
        if (!outcome.ok) return refuse(outcome, caller);
        if (outcome.kind === 'session') return { __typename: 'Session', ...outcome };
        return { __typename: 'SecondFactorNeeded', token: await tokens.present(db.read, outcome.token) };
      },
      async signOut(_, __, { caller }) {
        await accounts.signOut(caller);
        return true;
      },
    },
    Session: {
      async taxpayer({ taxpayerId }) {
        const taxpayer = await accounts.taxpayer(db.read, taxpayerId);
        if (!taxpayer) throw new Error('a session has no taxpayer');
        return taxpayer;
      },
      expiresAt: ({ endsAt }) => endsAt,
    },
    Activation: {
      active: ({ hasAccount }) => hasAccount,
      tokens: ({ taxpayerId, tokens: seen }) => seen ?? accounts.activationTokens(taxpayerId),
    },
  };
};
