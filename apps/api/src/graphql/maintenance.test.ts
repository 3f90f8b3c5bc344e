import { makeExecutableSchema } from '@graphql-tools/schema';
import { expect, it } from 'vitest';
import { refuseDuringMaintenance } from './maintenance.ts';

const open = { until: async () => null, sentence: () => '' };
const schema = (mutation: string) =>
  makeExecutableSchema({
    typeDefs: `type Query { a: Int } type Refusal { code: String } type Done { a: Int }
      union Result = Done | Refusal type Mutation { ${mutation} }`,
  });

it('a mutation that cannot answer MAINTENANCE is refused at the start', () => {
  expect(() => refuseDuringMaintenance(schema('write: Boolean'), open)).toThrow(
    'the mutation write cannot answer MAINTENANCE',
  );
  expect(() => refuseDuringMaintenance(schema('write: Result! signOut: Boolean'), open)).not.toThrow();
});
