import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Metrics } from '#platform/metrics';

/**
 * GET /metrics of a process that serves nothing else: the worker, whose hand-over times only it knows. What stands in the database
 * is measured as it is asked for, and left out while the database is away.
 */
export async function serveMetrics(
  { registry }: Metrics,
  measure: () => Promise<void>,
  host: string,
  port: number,
): Promise<Server> {
  const server = createServer(async (request, reply) => {
    const found = request.method === 'GET' && request.url === '/metrics';
    if (found) await measure().catch(() => {});
    reply.writeHead(found ? 200 : 404, found ? { 'content-type': registry.contentType } : {});
    reply.end(found ? await registry.metrics() : undefined);
  });
  server.listen(port, host);
  await once(server, 'listening'); // refused with the port's number where it is taken
  return server;
}
