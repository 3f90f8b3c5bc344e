import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLInterfaceType } from 'graphql';
import { expect, it } from 'vitest';
import { possibleTypes } from './possibleTypes.ts';

it('knows every member of every interface of the schema', () => {
  const schema = buildSchema(readFileSync(new URL('../../../api/schema.graphql', import.meta.url), 'utf8'));
  const interfaces = Object.values(schema.getTypeMap()).filter(
    (type) => type instanceof GraphQLInterfaceType,
  );
  const inSchema = Object.fromEntries(
    interfaces.map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map((member) => member.name)
        .sort(),
    ]),
  );
  const known = Object.fromEntries(
    Object.entries(possibleTypes).map(([name, members]) => [name, [...members].sort()]),
  );
  expect(known).toEqual(inSchema);
});
