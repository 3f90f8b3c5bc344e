import { createServer } from 'node:net';
import { freePort } from '@sampai/testkit/free-port';

/** Why nobody could listen on this port of `host` right now, as the system's code (EADDRINUSE, ...); null: it is free. */
export function obstacle(port: number, host = '127.0.0.1'): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'UNKNOWN'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

const isFree = async (port: number, host: string): Promise<boolean> => (await obstacle(port, host)) === null;

/** The first free port at or above `from`, leaving out those in `taken`. */
export async function nextFree(from: number, host: string, taken: ReadonlySet<number>): Promise<number> {
  for (let port = from; port < Math.min(from + 200, 65_536); port += 1) {
    if (!taken.has(port) && (await isFree(port, host))) return port;
  }
  return freePort(host);
}
