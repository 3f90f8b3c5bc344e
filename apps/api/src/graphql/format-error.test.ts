import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Log } from '#platform/log';
import { makeFormatError } from './format-error.ts';

const SECRET = '3171234567890123';

function format(error: GraphQLError) {
  const lines: unknown[] = [];
  const log = { error: (...line: unknown[]) => lines.push(line) } as unknown as Log;
  return { told: makeFormatError(log)(error.toJSON(), error), lines };
}
const fault = (original: unknown) =>
  format(
    new GraphQLError(SECRET, {
      path: ['signIn'],
      originalError: original as Error,
      extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: [SECRET] },
    }),
  );

describe('a fault of ours', () => {
  it.each([
    ['an error', new Error(`no row for ${SECRET}`)],
    ['an error of a driver', Object.assign(new Error(SECRET), { code: 'P2010', meta: { query: SECRET } })],
    ['no error at all', SECRET],
  ])('says nothing of itself but an incident that the log knows: %s', (_, original) => {
    const { told, lines } = fault(original);
    const incident = String(told.extensions?.incident);
    expect(incident).toMatch(/^[\w-]{8}$/);
    expect(told).toEqual({
      message: `Something failed on our side. Incident ${incident}.`,
      path: ['signIn'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', incident },
    });
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).toContain(incident);
    expect(JSON.stringify(lines)).not.toContain(SECRET);
  });

  it('is known by its kind and place', () => {
    const { lines } = fault(Object.assign(new TypeError('x'), { code: 'P2024' }));
    expect(JSON.stringify(lines)).toMatch(/TypeError P2024.*format-error\.test/);
  });

  it('without a code is a fault of ours', () => {
    const error = new GraphQLError(SECRET);
    expect(format(error).told.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
    expect(format(error).told.message).not.toContain(SECRET);
  });
});

describe('an outage of the database', () => {
  it('is said to be one, and fills no log however many meet it', () => {
    const lines: unknown[] = [];
    const log = { error: (...line: unknown[]) => lines.push(line) } as unknown as Log;
    const format = makeFormatError(log);
    const away = new GraphQLError(SECRET, {
      path: ['signIn'],
      originalError: Object.assign(new Error(SECRET), { code: '57P01' }),
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    const told = Array.from({ length: 50 }, () => format(away.toJSON(), away));
    expect(new Set(told.map(({ extensions }) => JSON.stringify(extensions)))).toEqual(
      new Set(['{"code":"SERVICE_UNAVAILABLE"}']),
    );
    expect(JSON.stringify(told)).not.toContain(SECRET);
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain(SECRET);
  });
});

describe('a request that does not fit', () => {
  it.each([
    'BAD_USER_INPUT',
    'GRAPHQL_VALIDATION_FAILED',
    'GRAPHQL_PARSE_FAILED',
    'OPERATION_RESOLUTION_FAILURE',
  ])('(%s) is BAD_USER_INPUT, with its place and without its values', (code) => {
    const message = `Variable "$x" got invalid value "${SECRET}" at "x.y"; no`;
    const { told, lines } = format(new GraphQLError(message, { extensions: { code, argumentName: SECRET } }));
    expect(told).toEqual({
      message: 'Variable "$x" is not valid at "x.y".',
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(lines).toEqual([]);
  });
});
