import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { requestLimits } from './limits.ts';

const schema = buildSchema(`
  type Node { id: ID! next: Node nodes(first: Int): [Node!]! }
  type Query { node: Node }
  type Mutation { verify(code: String): Boolean sign: Boolean }
  type Subscription { changed: Node }
`);
const validationRules = requestLimits();
const faults = (query: string) =>
  validate(schema, parse(query), [...specifiedRules, ...validationRules]).map(({ message }) => message);
const ONE_MUTATION = 'A mutation holds exactly one field.';

describe('one request', () => {
  it.each([
    ['two fields', 'mutation { verify(code: "1") sign }'],
    ['one field twice', 'mutation { a: verify(code: "1") b: verify(code: "2") }'],
    ['fields in a fragment', 'mutation { ...both } fragment both on Mutation { a: verify b: sign }'],
    ['one field in a fragment', 'mutation { ...one } fragment one on Mutation { verify }'],
    ['fields in an inline fragment', 'mutation { ... on Mutation { verify sign } }'],
    ['a field and a fragment', 'mutation { sign ... @include(if: true) { verify } }'],
  ])('holds one mutation field, and neither %s', (_, query) => {
    expect(faults(query)).toContain(ONE_MUTATION);
  });

  it('may be a mutation of one field, also beside another operation that is not run', () => {
    expect(faults('mutation { sign }')).toEqual([]);
    expect(faults('mutation A { sign } query B { node { id } node2: node { id } }')).toEqual([]);
  });

  it('is no deeper than the screens need', () => {
    const deep = (levels: number) => `{ node ${'{ next '.repeat(levels)} { id } ${'}'.repeat(levels)} }`;
    expect(faults(deep(5))).toEqual([]);
    expect(faults(deep(12)).join()).toMatch(/depth/i);
  });

  it('is no deeper for being written in fragments', () => {
    const inFragments = (levels: number, written: string): string =>
      levels === 0 ? written : inFragments(levels - 1, `... on Node { ...f ${written} }`);
    const query = `{ node { ${inFragments(8, 'id')} } } fragment f on Node { id }`;
    expect(faults(query)).toEqual([]);
  });

  it('has ten aliases at most', () => {
    const aliases = (many: number) =>
      `{ ${Array.from({ length: many }, (_, n) => `a${n}: node { id }`).join(' ')} }`;
    expect(faults(aliases(10))).toEqual([]);
    expect(faults(aliases(11)).join()).toMatch(/alias/i);
  });

  it('costs no more than a screen does', () => {
    const chains = (many: number) =>
      parse(`{ node { ${'nodes { nodes { nodes { nodes { id } } } } '.repeat(many)} } }`);
    const costs = (many: number) =>
      validate(schema, chains(many), validationRules)
        .map(({ message }) => message)
        .join();
    expect(costs(40)).toBe('');
    expect(costs(250)).toMatch(/cost/i);
  });

  it('does not go round in fragments', () => {
    expect(
      faults('{ node { ...a } } fragment a on Node { next { ...b } } fragment b on Node { next { ...a } }'),
    ).not.toEqual([]);
  });

  it('has ten directives at most', () => {
    const skips = (many: number) => `{ node { ${'id @skip(if: false) '.repeat(many)} } }`;
    expect(faults(skips(10))).toEqual([]);
    expect(faults(skips(11)).join()).toMatch(/directive/i);
  });
});
