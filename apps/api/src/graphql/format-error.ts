import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Log } from '#platform/log';
import { randomId } from '#platform/random';
import { withoutValues } from './without-values.ts';

const INVALID = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
]);

/**
 * What leaves the house in errors[]: a request that does not fit the schema is BAD_USER_INPUT with its path and no value;
 * transport refusals keep their code; everything else is a fault of ours, masked behind an incident id that the log knows.
 */
export function makeFormatError(log: Log) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = String(formatted.extensions?.code ?? 'INTERNAL_SERVER_ERROR');
    const { locations, path } = formatted;
    const where = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    if (INVALID.has(code))
      return { message: withoutValues(formatted.message), ...where, extensions: { code: 'BAD_USER_INPUT' } };
    if (code !== 'INTERNAL_SERVER_ERROR')
      return { message: formatted.message, ...where, extensions: { code } };
    const incident = randomId(6);
    log.error({ incident, ...describeFault(error) }, 'a request failed');
    return {
      message: `Something failed on our side. Incident ${incident}.`,
      ...where,
      extensions: { code, incident },
    };
  };
}

/** Kind, code and stack frames of a fault, never its message: drivers quote values there. */
export function describeFault(error: unknown): { fault: string; frames: string[] } {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (!(original instanceof Error)) return { fault: 'unknown', frames: [] };
  const code = 'code' in original ? ` ${String(original.code)}` : '';
  return {
    fault: `${original.name}${code}`,
    frames: (original.stack ?? '')
      .split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 8),
  };
}
