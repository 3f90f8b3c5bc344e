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

/** Bounds on what one request may ask: depth, aliases, directives, tokens, cost; suggestions off. */
export function requestLimits() {
  const { plugins, validationRules } = new ApolloArmor({
    // Counted as resolved: a fragment is a way of writing, not a level.
    maxDepth: { n: 8, flattenFragments: true },
    maxAliases: { n: 10 },
    maxDirectives: { n: 10 },
    maxTokens: { n: 1500 },
    costLimit: { maxCost: 5000 },
    blockFieldSuggestion: { enabled: true },
  }).protect();
  return { plugins, validationRules: [...validationRules, oneMutationField] };
}
