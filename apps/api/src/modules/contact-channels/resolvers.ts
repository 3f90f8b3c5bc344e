import type { Resolvers } from '#generated/graphql';
import { refusal } from '#graphql/refusals';
import { presentRefusal } from '#modules/tokens';
import type { ContactChannels } from './index.ts';

/** A session's own addresses, masked. */
export const makeContactChannelResolvers = (channels: ContactChannels): Resolvers => ({
  Query: {
    contactChannels: (_, __, { caller }) => (caller.taxpayerId ? channels.seenBy(caller.taxpayerId) : []),
  },
  Mutation: {
    async requestChannelCode(_, { channel }, { caller }) {
      const { taxpayerId } = caller;
      if (taxpayerId === null) return refusal('NOT_SIGNED_IN');
      const outcome = await channels.askAgain({ ...caller, taxpayerId }, channel);
      return outcome.ok
        ? { __typename: 'VerificationToken', ...outcome.token }
        : presentRefusal(outcome, caller.locale, 'waiting');
    },
  },
});
