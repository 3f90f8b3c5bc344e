import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { Client } from 'graphql-ws';
import { getLocale, onLocaleChange } from './locale.ts';

/** How long the server may take to greet a new socket, in milliseconds; then the caller goes on polling. */
const GREETING = 5_000;

let opening: Promise<Client> | undefined;
let connected = false;
const watchers = new Set<(isConnected: boolean) => void>();

function tellConnected(isConnected: boolean): void {
  connected = isConnected;
  for (const tell of watchers) tell(isConnected);
}

/** One socket for the whole page, opened (and its library loaded) when somebody first waits for something. */
function socket(): Promise<Client> {
  opening ??= import('graphql-ws').then(({ createClient }) => {
    const client = createClient({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
      connectionParams: () => ({ locale: getLocale() }),
      connectionAckWaitTimeout: GREETING,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      on: { connected: () => tellConnected(true), closed: () => tellConnected(false) },
    });
    // The greeting carries the language: a switch greets anew, and the subscriptions come with it.
    onLocaleChange(() => client.terminate());
    return client;
  });
  opening.catch(() => {
    opening = undefined; // the library did not load: the next one who waits tries again
  });
  return opening;
}

export type LiveSink<Data> = {
  onData: (data: Data) => void;
  /** True while events come by themselves; false means: poll. */
  onConnected: (isConnected: boolean) => void;
};

/**
 * Follows a subscription over reconnects until the returned function is called. `document` as the cache wants it:
 * with `__typename` at every level, which `cache.transformDocument` adds.
 */
export function follow<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  sink: LiveSink<Data>,
): () => void {
  let stop: (() => void) | undefined;
  let stopped = false;
  watchers.add(sink.onConnected);
  if (connected) sink.onConnected(true);
  socket().then(
    (client) => {
      if (stopped) return;
      stop = client.subscribe<Data>(
        { query: print(document), variables },
        {
          next: ({ data }) => data && sink.onData(data),
          error: () => sink.onConnected(false),
          complete: () => sink.onConnected(false),
        },
      );
    },
    () => sink.onConnected(false),
  );
  return () => {
    stopped = true;
    watchers.delete(sink.onConnected);
    stop?.();
  };
}
