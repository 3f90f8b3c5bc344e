import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Where to look: below the ports that systems lend to outgoing connections (Linux: from 32768 on; elsewhere from 49152 on,
 * RFC 6335 section 6). One of those that is free now may be somebody's the moment after.
 */
const FROM = 15_000;
const TO = 32_000;
const TRIES = 50;

/** A port of `host` that nobody listens on, and that no outgoing connection will be given. Throws what the system says of the last one tried. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const server = createServer();
    try {
      await once(server.listen({ port: randomInt(FROM, TO), host, exclusive: true }), 'listening');
    } catch (error) {
      if (tries === TRIES) throw error;
      continue;
    }
    const address = server.address();
    await once(server.close(), 'close');
    if (address && typeof address === 'object') return address.port;
  }
}
