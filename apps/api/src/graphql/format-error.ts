import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Log } from '#platform/log';
import { isOutage } from '#platform/outage';
import { randomId } from '#platform/random';
import { withoutValues } from './without-values.ts';

const INVALID = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
]);

/** While the database is away every request fails, and the log says so once in this time. */
const SAY_AGAIN_MS = 10_000;
/** What a request is answered with while the database is away: nothing was lost, and the same again is right. */
export const AWAY = {
  message: 'Sampai cannot reach its data at the moment. Please try again in a few seconds.',
  code: 'SERVICE_UNAVAILABLE',
};

/** Says that the database is away: once, and again only after a while. */
export function makeAwayLog(log: Log): (fault: unknown) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  return (fault) => {
    if (performance.now() - saidAt < SAY_AGAIN_MS) return;
    saidAt = performance.now();
    log.error(
      { fault: describeFault(fault).fault },
      'the database is away; requests are asked to come again',
    );
  };
}

/**
 * What leaves the house in errors[]: a request that does not fit the schema is BAD_USER_INPUT with its path and no value;
 * transport refusals keep their code; an outage of the database is said to be one; everything else is a fault of ours, masked behind an incident id that the log knows.
 */
export function makeFormatError(log: Log) {
  const sayAway = makeAwayLog(log);
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const code = String(formatted.extensions?.code ?? 'INTERNAL_SERVER_ERROR');
    const { locations, path } = formatted;
    const where = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    if (INVALID.has(code))
      return { message: withoutValues(formatted.message), ...where, extensions: { code: 'BAD_USER_INPUT' } };
    if (code !== 'INTERNAL_SERVER_ERROR')
      return { message: formatted.message, ...where, extensions: { code } };
    if (isOutage(original(error))) {
      sayAway(error);
      return { message: AWAY.message, ...where, extensions: { code: AWAY.code } };
    }
    const incident = randomId(6);
    log.error({ incident, ...describeFault(error) }, 'a request failed');
    return {
      message: `Something failed on our side. Incident ${incident}.`,
      ...where,
      extensions: { code, incident },
    };
  };
}

const original = (error: unknown): unknown =>
  error instanceof GraphQLError ? (error.originalError ?? error) : error;

/** Kind, code and stack frames of a fault, never its message: drivers quote values there. */
export function describeFault(error: unknown): { fault: string; frames: string[] } {
  const fault = original(error);
  if (!(fault instanceof Error)) return { fault: 'unknown', frames: [] };
  const code = 'code' in fault ? ` ${String(fault.code)}` : '';
  return {
    fault: `${fault.name}${code}`,
    frames: (fault.stack ?? '')
      .split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 8),
  };
}
