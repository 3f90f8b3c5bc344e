import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;
const RUPIAH = /^-?\d{1,18}$/;
const MOST_FACTS = 200;
const LONGEST_FACT = 200;

/** Refusals never repeat the value: it may be personal. */
const refuse = (what: string): never => {
  throw new GraphQLError(`expected ${what}`);
};

function readDate(value: unknown): Date {
  if (typeof value !== 'string' || !RFC3339.test(value)) return refuse('an RFC 3339 time');
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? refuse('an RFC 3339 time') : date;
}

const readRupiah = (value: unknown): bigint =>
  typeof value === 'string' && RUPIAH.test(value)
    ? BigInt(value)
    : refuse('whole rupiah as a string of digits');

function readFacts(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse('an object of field codes');
  const entries = Object.entries(value);
  const fits = ([code, fact]: [string, unknown]) =>
    code.length <= 40 && typeof fact === 'string' && fact.length <= LONGEST_FACT;
  if (entries.length > MOST_FACTS || !entries.every(fits)) return refuse('short strings by field code');
  return Object.fromEntries(entries);
}

export const scalars = {
  DateTime: new GraphQLScalarType<Date, string>({
    name: 'DateTime',
    serialize: (value) => (value instanceof Date ? value.toISOString() : refuse('a date')),
    parseValue: readDate,
    parseLiteral: (node) => readDate(node.kind === Kind.STRING ? node.value : undefined),
  }),
  Rupiah: new GraphQLScalarType<bigint, string>({
    name: 'Rupiah',
    serialize: (value) => (typeof value === 'bigint' ? value.toString() : refuse('a bigint')),
    parseValue: readRupiah,
    parseLiteral: (node) => readRupiah(node.kind === Kind.STRING ? node.value : undefined),
  }),
  Facts: new GraphQLScalarType<Record<string, string>, Record<string, string>>({
    name: 'Facts',
    serialize: (value) => value as Record<string, string>,
    parseValue: readFacts,
    parseLiteral: (node) =>
      node.kind === Kind.OBJECT
        ? readFacts(
            Object.fromEntries(
              node.fields.map((field) => [
                field.name.value,
                field.value.kind === Kind.STRING ? field.value.value : undefined,
              ]),
            ),
          )
        : refuse('an object of field codes'),
  }),
};
