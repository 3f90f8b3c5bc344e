import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
  validate,
} from 'graphql';
import type { Log } from '#platform/log';
import { makeFormatError } from './format-error.ts';
import { MOST_TOKENS, requestLimits } from './limits.ts';

/** A query or mutation belongs to HTTP, which can set cookies and has its own guard against requests from elsewhere. */
const onlySubscriptions: ValidationRule = (context: ValidationContext) => ({
  Document(node) {
    if (
      node.definitions.some(
        (part) => part.kind === Kind.OPERATION_DEFINITION && part.operation !== 'subscription',
      )
    )
      context.reportError(new GraphQLError('Only subscriptions come by WebSocket.'));
  },
});

/** Reads what a WebSocket asks for, under the limits of HTTP; what does not fit comes back as errors. */
export function subscriptionReader(schema: GraphQLSchema, production: boolean) {
  const hidden = production ? [NoSchemaIntrospectionCustomRule] : [];
  const rules = [...specifiedRules, ...requestLimits(), onlySubscriptions, ...hidden];
  return (query: string): { document: DocumentNode } | { errors: readonly GraphQLError[] } => {
    try {
      const document = parse(query, { maxTokens: MOST_TOKENS });
      const errors = validate(schema, document, rules);
      return errors.length > 0 ? { errors } : { document };
    } catch (fault) {
      return { errors: [fault instanceof GraphQLError ? fault : faultOf(fault)] };
    }
  };
}

/** A fault of ours on its way to a WebSocket: masked by `makeFormatSubscriptionError`. */
export const faultOf = (fault: unknown): GraphQLError =>
  new GraphQLError('a fault', { originalError: fault instanceof Error ? fault : new Error(String(fault)) });

/** The same errors as over HTTP. Without Apollo nothing says which are the request's: those that came before a resolver. */
export function makeFormatSubscriptionError(log: Log) {
  const format = makeFormatError(log);
  return (error: GraphQLError): GraphQLFormattedError => {
    const { originalError, path } = error;
    const ours = path !== undefined || (originalError && !(originalError instanceof GraphQLError));
    const code = ours ? 'INTERNAL_SERVER_ERROR' : 'BAD_USER_INPUT';
    return format({ ...error.toJSON(), extensions: { code } }, error);
  };
}
