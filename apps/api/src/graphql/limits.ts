import { ApolloArmor } from '@escape.tech/graphql-armor';
import { GraphQLError, Kind, type ValidationContext, type ValidationRule } from 'graphql';

/** One mutation field per operation: fifteen aliases of `verifyToken` are fifteen requests, and are counted as such. */
const oneMutationField: ValidationRule = (context: ValidationContext) => ({
  OperationDefinition(node) {
    if (node.operation !== 'mutation') return;
    const [only] = node.selectionSet.selections;
    if (node.selectionSet.selections.length > 1 || only?.kind !== Kind.FIELD)
      context.reportError(new GraphQLError('A mutation holds exactly one field.', { nodes: [node] }));
  },
});

/** Subscriptions have their own way in, where the right to them is checked before each event. */
export const noSubscription: ValidationRule = (context: ValidationContext) => ({
  OperationDefinition(node) {
    if (node.operation === 'subscription')
      context.reportError(new GraphQLError('Subscriptions come by WebSocket.', { nodes: [node] }));
  },
});

/** What the schema looks like is no secret, but in production nobody needs to be shown it by the API itself. */
export const noIntrospection: ValidationRule = (context: ValidationContext) => ({
  Field(node) {
    if (node.name.value === '__schema' || node.name.value === '__type')
      context.reportError(new GraphQLError('The schema is not shown here.', { nodes: [node] }));
  },
});

/** Words, signs and values in one document: what the parser reads before it gives up. */
export const MOST_TOKENS = 1500;

/** Bounds on what one request may ask: depth, aliases, directives, cost. Suggestions go with the values, in format-error. */
export function requestLimits(): ValidationRule[] {
  const { validationRules } = new ApolloArmor({
    // Counted as resolved: a fragment is a way of writing, not a level.
    maxDepth: { n: 8, flattenFragments: true },
    maxAliases: { n: 10 },
    maxDirectives: { n: 10 },
    costLimit: { maxCost: 5000 },
    // Its token limit answers every misspelt document with 500; the parser's own does not.
    maxTokens: { enabled: false },
    blockFieldSuggestion: { enabled: false },
  }).protect();
  return [...validationRules, oneMutationField];
}
