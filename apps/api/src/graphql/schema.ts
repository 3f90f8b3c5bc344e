import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';

type ResolverMap = NonNullable<Parameters<typeof makeExecutableSchema>[0]['resolvers']>;

const source = fileURLToPath(new URL('../', import.meta.url));
const read = (pattern: string, keep: (file: string) => boolean): string[] =>
  globSync(pattern, { cwd: source })
    .filter(keep)
    .sort()
    .map((file) => readFileSync(new URL(file, new URL('../', import.meta.url)), 'utf8'));
const isDesk = (file: string) => file.endsWith('desk.graphql');

/** The portal's schema: base and every module's SDL. Resolvers of a type or field that does not exist are refused. */
export const portalSchema = (resolvers: ResolverMap): GraphQLSchema =>
  makeExecutableSchema({
    typeDefs: [
      ...read('graphql/*.graphql', () => true),
      ...read('modules/*/*.graphql', (file) => !isDesk(file)),
    ],
    resolvers,
    resolverValidationOptions: {
      requireResolversToMatchSchema: 'error',
      requireResolversForResolveType: 'ignore',
    },
    inheritResolversFromInterfaces: true,
  });

/** The desk's schema, served on the desk's origin only. */
export const deskSchema = (resolvers: ResolverMap): GraphQLSchema =>
  makeExecutableSchema({
    typeDefs: [...read('graphql/*.graphql', () => true), ...read('modules/*/*.graphql', isDesk)],
    resolvers,
    resolverValidationOptions: {
      requireResolversToMatchSchema: 'error',
      requireResolversForResolveType: 'ignore',
    },
    inheritResolversFromInterfaces: true,
  });
