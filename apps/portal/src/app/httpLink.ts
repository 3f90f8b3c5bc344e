import { ApolloLink } from '@apollo/client/link';
import { print } from 'graphql';
import { Observable } from 'rxjs';
import { getLocale } from '../lib/locale.ts';
import { learnServerTime } from '../lib/serverClock.ts';
import { Trouble, troubleIn } from '../lib/trouble.ts';

/** An answer that takes longer than this, in milliseconds, will not come. */
const PATIENCE = 30_000;

/**
 * One POST to our own origin per operation, in the switch's language. What a person can cause comes back as data;
 * everything else leaves here as Trouble, with the incident id if the server gave one.
 */
export const httpLink = new ApolloLink(
  (operation) =>
    new Observable((observer) => {
      const stop = new AbortController();
      post(operation, AbortSignal.any([stop.signal, AbortSignal.timeout(PATIENCE)])).then(
        (result) => {
          observer.next(result);
          observer.complete();
        },
        (error: unknown) => {
          if (!stop.signal.aborted) observer.error(error);
        },
      );
      return () => stop.abort();
    }),
);

async function post(operation: ApolloLink.Operation, signal: AbortSignal): Promise<ApolloLink.Result> {
  const sentAt = Date.now();
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'accept-language': getLocale(),
    },
    body: JSON.stringify({
      operationName: operation.operationName,
      query: print(operation.query),
      variables: operation.variables,
    }),
    signal,
    credentials: operation.getContext().anonymous === true ? 'omit' : 'same-origin',
  }).catch(() => {
    throw new Trouble('offline');
  });
  learnServerTime(response.headers, sentAt);
  const body: unknown = await response.json().catch(() => null);
  const trouble = troubleIn(response.status, body);
  if (trouble !== null) throw trouble;
  return body as ApolloLink.Result;
}
