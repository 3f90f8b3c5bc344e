import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Context } from '#graphql/context';
import { faultOf, makeFormatSubscriptionError, subscriptionReader } from '#graphql/subscriptions';
import type { Log } from '#platform/log';

type Connect = (request: IncomingMessage, locale: string | undefined) => Promise<Context>;
type Given = { origin: string; production: boolean; connect: Connect; log: Log };

const LARGEST_MESSAGE = 16 * 1024;
/** Subscriptions of one socket: a waiting page has one for each code it waits for. */
const MOST_AT_ONCE = 10;

/**
 * Subscriptions: graphql-transport-ws on /graphql of the same origin. A foreign Origin is refused at the upgrade, where the
 * cookie is read; the context is made anew for each operation, and again before each event by the resolver.
 */
export function serveLive(
  web: FastifyInstance,
  schema: GraphQLSchema,
  { origin, production, connect, log }: Given,
): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  const format = makeFormatSubscriptionError(log);
  const read = subscriptionReader(schema, production);
  const cleanup = useServer(
    {
      async onSubscribe({ extra, connectionParams, subscriptions }, _, { query, operationName, variables }) {
        if (Object.keys(subscriptions).length > MOST_AT_ONCE) return [new GraphQLError('Too many at once.')];
        const asked = read(query);
        if ('errors' in asked) return asked.errors;
        const locale = typeof connectionParams?.locale === 'string' ? connectionParams.locale : undefined;
        try {
          const contextValue = await connect(extra.request, locale);
          return { schema, ...asked, operationName, variableValues: variables, contextValue };
        } catch (fault) {
          return [faultOf(fault)];
        }
      },
      onNext: (_, __, ___, ____, { data = null, errors }) =>
        errors ? { data, errors: errors.map((error) => format(error)) } : { data },
      onError: (_, __, ___, errors) => errors.map((error) => format(error)),
    },
    sockets,
  );
  web.server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy()); // whoever asked may be gone before the answer
    const [path] = (request.url ?? '').split('?');
    if (path !== '/graphql' || !sameOrigin(request, origin)) {
      socket.end(
        `HTTP/1.1 ${path === '/graphql' ? '403 Forbidden' : '404 Not Found'}\r\nConnection: close\r\n\r\n`,
      );
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      sockets.emit('connection', client, request);
      // The library prints a fault of a socket with its stack; a client that breaks the protocol is only let go.
      client.removeAllListeners('error').on('error', () => client.terminate());
    });
  });
  return async () => {
    for (const client of sockets.clients) client.terminate();
    await cleanup.dispose();
  };
}

/** A browser always sends Origin; it must be the portal's own or, on this machine, the very host that is being talked to. */
function sameOrigin(request: IncomingMessage, origin: string): boolean {
  const given = request.headers.origin;
  if (given === undefined || given === origin) return true;
  return !origin.startsWith('https:') && URL.canParse(given) && new URL(given).host === request.headers.host;
}
