import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { type GraphQLSchema, specifiedRules, validate } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Context } from '#graphql/context';
import { makeFormatError } from '#graphql/format-error';
import { requestLimits } from '#graphql/limits';
import type { Log } from '#platform/log';

type Connect = (request: IncomingMessage, locale: string | undefined) => Promise<Context>;
const LARGEST_MESSAGE = 16 * 1024;

/**
 * Subscriptions: graphql-transport-ws on /graphql of the same origin. A foreign Origin is refused at the upgrade, where the
 * cookie is read; the context is made anew for each operation, and again before each event by the resolver.
 */
export function serveLive(
  web: FastifyInstance,
  schema: GraphQLSchema,
  { origin, connect, log }: { origin: string; connect: Connect; log: Log },
): () => Promise<void> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE });
  const formatError = makeFormatError(log);
  const { validationRules } = requestLimits();
  const cleanup = useServer(
    {
      schema,
      context: ({ extra, connectionParams }) =>
        connect(
          extra.request,
          typeof connectionParams?.locale === 'string' ? connectionParams.locale : undefined,
        ),
      validate: (s, document) => validate(s, document, [...specifiedRules, ...validationRules]),
      onError: (_, __, ___, errors) => errors.map((error) => formatError(error.toJSON(), error)),
    },
    sockets,
  );
  web.server.on('upgrade', (request, socket, head) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path !== '/graphql' || !sameOrigin(request, origin)) {
      socket.end(
        `HTTP/1.1 ${path === '/graphql' ? '403 Forbidden' : '404 Not Found'}\r\nConnection: close\r\n\r\n`,
      );
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });
  return async () => {
    for (const client of sockets.clients) client.terminate();
    await cleanup.dispose();
  };
}

/** A browser always sends Origin; it must be the portal's own, or the very host that is being talked to. */
function sameOrigin(request: IncomingMessage, origin: string): boolean {
  const given = request.headers.origin;
  if (given === undefined || given === origin) return true;
  return URL.canParse(given) && new URL(given).host === request.headers.host;
}
