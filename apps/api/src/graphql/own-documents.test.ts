import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  concatAST,
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { MOST_TOKENS, requestLimits } from './limits.ts';
import { deskSchema, portalSchema } from './schema.ts';

const APPS = path.join(import.meta.dirname, '../../..');

/** Every operation of an app, each with all the app's fragments: what is not used costs nothing. */
function operationsOf(app: string): [name: string, document: DocumentNode][] {
  const files = globSync(`${app}/src/**/*.graphql`, { cwd: APPS });
  const all = concatAST(files.map((file) => parse(readFileSync(path.join(APPS, file), 'utf8'))));
  const fragments = all.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return all.definitions
    .filter((part): part is OperationDefinitionNode => part.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => [
      `${app}: ${operation.name?.value}`,
      { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] },
    ]);
}

describe.each([
  ['portal', portalSchema],
  ['desk', deskSchema],
] as const)('the %s', (app, schemaOf) => {
  const schema = schemaOf({});
  const operations = operationsOf(app);

  it('has operations to look at', () => {
    expect(operations.length).toBeGreaterThan(1);
  });

  it.each(operations)('stays within the limits of a request with %s', (_, document) => {
    expect(validate(schema, document, requestLimits()).map(({ message }) => message)).toEqual([]);
    expect(() => parse(print(document), { maxTokens: MOST_TOKENS })).not.toThrow();
  });
});
