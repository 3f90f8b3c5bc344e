import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire to a carrier that fails on order. New connections over it always work. */
export type Wire = {
  port: number;
  /** Ends every connection at both ends. */
  cut(): void;
  /** What goes over the connections that stand is swallowed, and neither end learns of it: half-open. */
  stall(): void;
  close(): Promise<void>;
};

/** Passes on to `port` of this machine, octet by octet, from a free port. */
export async function startWire(port: number): Promise<Wire> {
  const standing = new Set<[Socket, Socket]>();
  const dead = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port });
    const pair: [Socket, Socket] = [near, far];
    standing.add(pair);
    for (const [one, other] of [pair, [far, near] as const]) {
      one.setNoDelay(true);
      one.on('error', () => {});
      one.on('close', () => {
        dead.delete(one);
        // Of a half-open line the other end does not hear.
        if (standing.delete(pair) || !dead.has(other)) other.destroy();
      });
      one.pipe(other);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = () => {
    for (const one of [...standing].flat()) one.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    stall() {
      for (const one of [...standing].flat()) {
        one.unpipe();
        one.resume();
        dead.add(one);
      }
      standing.clear();
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      cut();
      for (const one of dead) one.destroy();
      await closed;
    },
  };
}
