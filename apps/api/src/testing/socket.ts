import type { FastifyInstance } from 'fastify';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Browser } from './browser.ts';

const PATIENCE_MS = 2_000;

export const portOf = ({ server }: FastifyInstance): number => {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
};
export const socketUrl = (server: FastifyInstance): string => `ws://127.0.0.1:${portOf(server)}/graphql`;

type Place = { origin?: string; locale?: string };

/** A page with a socket to a listening server: the browser's cookies, its origin, and the language of its switch. */
export function pageOf(browser: Browser, server: FastifyInstance, { locale, ...place }: Place = {}): Client {
  const { origin = `http://127.0.0.1:${portOf(server)}` } = place;
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  class Socket extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { headers: { cookie }, origin });
    }
  }
  return createClient({
    ...{ url: socketUrl(server), webSocketImpl: Socket, retryAttempts: 0, lazy: true },
    ...(locale ? { connectionParams: { locale } } : {}),
  });
}

/** What a page hears, one by one. Fails where nothing comes within 2 s: the page is told by the event, not by the clock. */
export function listen(page: Client, query: string, variables: Record<string, unknown> = {}) {
  const events = page.iterate<Record<string, unknown>>({ query, variables });
  return async () => {
    const late = new Promise<never>((_, fail) =>
      setTimeout(() => fail(new Error('nothing came within 2 s')), PATIENCE_MS).unref(),
    );
    const { value, done } = await Promise.race([events.next(), late]);
    // biome-ignore lint/suspicious/noExplicitAny: a test reads events of any subscription
    return done ? 'the end' : (value as any);
  };
}

/** The errors a page is answered with. */
export const refused = (page: Client, query: string, variables: Record<string, unknown> = {}) =>
  listen(page, query, variables)().then(
    (event) => {
      if (!event.errors) throw new Error(`it was not refused: ${JSON.stringify(event)}`);
      return event.errors;
    },
    (errors) => errors,
  );

/** The status an upgrade is answered with; 101 where it is let in. */
export function upgrade(
  url: string,
  options: { origin?: string; headers?: Record<string, string> } = {},
): Promise<number> {
  return new Promise((answered, failed) => {
    const socket = new WebSocket(url, 'graphql-transport-ws', options);
    socket.on('open', () => {
      socket.terminate();
      answered(101);
    });
    socket.on('unexpected-response', (_, { statusCode = 0 }) => answered(statusCode));
    socket.on('error', failed);
  });
}
