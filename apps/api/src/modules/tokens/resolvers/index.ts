import type { Resolvers } from '#generated/graphql';
import type { Context } from '#graphql/context';
import { isId, refusal } from '#graphql/refusals';
import type { Topics } from '#platform/topics';
import type { Tokens, TokenView } from '../index.ts';
import { viewerOf } from '../viewer-of.ts';
import { delaySentence, moveSentence } from '../words.ts';
import { presentResend, presentVerify, sayAdvice } from './present.ts';

/** How often a waiting page is told anew without an event: lateness comes with time. */
const TICK_MS = 5_000;

type Needs = {
  tokens: Tokens;
  topics: Topics;
  /** A caller whose session is looked up again: authorisation is checked before each event. */
  refresh(context: Context): Promise<Context>;
};

/** What a viewer sees of a token: an event comes where this has changed, and not because time went by. */
const shapeOf = ({
  state,
  windowPassed,
  attemptsLeft,
  validUntil,
  resendAt,
  resendWays,
  advice,
  messages,
}: TokenView): string => {
  const stations = messages.map((message) => [
    message.id,
    message.state,
    message.sentOnAt,
    message.deliveredAt,
    message.health === 'UNKNOWN' ? 'GREEN' : message.health,
    message.heldByUs,
    message.putOff,
  ]);
  const asking = [resendAt, resendWays];
  return JSON.stringify([state, windowPassed, attemptsLeft, validUntil, asking, advice?.trouble, stations]);
};

export const makeTokenResolvers = ({ tokens, topics, refresh }: Needs): Resolvers => ({
  Query: {
    token: (_, { id }, { caller }) => (isId(id) ? tokens.view(viewerOf(caller), id) : null),
  },
  Mutation: {
    async resendToken(_, { input }, { caller }) {
      if (!isId(input.tokenId)) return refusal('NOT_FOUND');
      const request = {
        tokenId: input.tokenId,
        channel: input.channel ?? null,
        acceptPrice: input.acceptPrice ?? null,
        locale: caller.locale,
      };
      const outcome = await tokens.resend(viewerOf(caller), request);
      const view = outcome.verdict === 'refused' ? null : await tokens.view(viewerOf(caller), input.tokenId);
      return presentResend(outcome, view, caller.locale, request.channel);
    },
    async reportArrival(_, { tokenId, arrived }, { caller }) {
      if (!isId(tokenId)) return refusal('NOT_FOUND');
      const token = await tokens.reportArrival(viewerOf(caller), tokenId, arrived);
      const view = token && (await tokens.view(viewerOf(caller), tokenId));
      return view ? { __typename: 'VerificationToken', ...view } : refusal('NOT_FOUND');
    },
    async verifyToken(_, { input }, { caller }) {
      if (!isId(input.tokenId)) return refusal('NOT_FOUND');
      return presentVerify(await tokens.verify(caller, input, ['SUBMIT_RETURN']), caller.locale);
    },
  },
  Subscription: {
    tokenChanged: {
      resolve: (event: unknown) => event as never,
      subscribe: (_, { id }, context) => {
        const look = async () => {
          const { caller } = await refresh(context);
          return isId(id) ? tokens.view(viewerOf(caller), id) : null;
        };
        return topics.watch(id, TICK_MS, look, shapeOf) as AsyncIterable<never>;
      },
    },
  },
  VerificationToken: {
    advice: ({ advice }, _, { caller }) => advice && sayAdvice(advice, caller.locale),
    moved: (token, _, { caller }) =>
      token.overruled && {
        from: token.overruled,
        to: token.channel,
        reason: moveSentence(token, caller.locale),
      },
  },
  TokenMessage: {
    reason: (message, _, { caller }) => delaySentence(message, caller.locale),
    waitsForUs: ({ heldByUs }) => heldByUs === 'not-sent',
    unheard: ({ heldByUs }) => heldByUs === 'not-heard',
  },
});
