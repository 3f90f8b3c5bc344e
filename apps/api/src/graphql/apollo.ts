import { ApolloServer, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Log } from '#platform/log';
import { makeFormatError } from './format-error.ts';
import { MOST_TOKENS, noIntrospection, noSubscription, requestLimits } from './limits.ts';

/** An Apollo Server as this house runs it: CSRF prevention on, batching off, introspection outside production only. */
export function makeApollo<C extends BaseContext>(
  schema: GraphQLSchema,
  { log, production }: { log: Log; production: boolean },
): ApolloServer<C> {
  return new ApolloServer<C>({
    schema,
    introspection: true, // refused in production by a rule and a sentence of ours
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: makeFormatError(log),
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: [...requestLimits(), noSubscription, ...(production ? [noIntrospection] : [])],
    persistedQueries: false,
    // Cache hints would wrap every field of every answer, and nothing here may be cached.
    plugins: [ApolloServerPluginLandingPageDisabled(), ApolloServerPluginCacheControlDisabled()],
  });
}
