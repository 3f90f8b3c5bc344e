import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, isIP } from 'node:net';
import { refuse } from './refuse.ts';
import { type HttpNeeds, routes } from './routes.ts';

/** The pages and the API of the post office; port 0 is any free one. Rejects when the port is taken. */
export async function startHttp(needs: HttpNeeds, host: string, port: number) {
  const answer = routes(needs);
  const server = createServer((request, response) => {
    harden(response);
    if (!localName(request, host))
      return refuse(response, 421, 'This post office answers only to a local name.');
    answer(request, response).catch(() => refuse(response, 500, 'The post office stumbled.'));
  });
  server.listen(port, host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

// The pages show passwords of invented people and every code, so a foreign web page must not get at them: no CORS,
// no name but a local one (a rebound DNS name comes with its own Host), nothing framed, nothing stored.
function harden(response: ServerResponse): void {
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader(
    'content-security-policy',
    "default-src 'self'; style-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
  );
}

function localName({ headers }: IncomingMessage, boundTo: string): boolean {
  const name = (headers.host ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
  return isIP(name) !== 0 || name === boundTo || /^(.+\.)?localhost$/i.test(name) || !isLoopback(boundTo);
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.');
