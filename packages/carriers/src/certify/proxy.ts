import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire between a carrier and us that can be cut, or fall silent: what no carrier does on order. */
export type Proxy = {
  port: number;
  cut(): number;
  /** From now on nothing that the carrier says comes through, or what was held back and the rest does. */
  silence(on: boolean): void;
  close(): Promise<void>;
};

/** Passes on to `host:port`, octet by octet, from a free port of this machine. */
export async function startProxy(host: string, port: number): Promise<Proxy> {
  const wires = new Set<Socket>();
  const pairs = new Set<{ near: Socket; far: Socket }>();
  let silent = false;
  const cut = () => {
    const many = wires.size / 2;
    for (const wire of wires) wire.destroy();
    wires.clear();
    return many;
  };
  const server = createServer((near) => {
    const far = connect({ host, port });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      wires.add(one);
      one.setNoDelay(true);
      one.on('error', () => {});
      one.on('close', () => {
        wires.delete(one);
        other.destroy();
      });
      if (!(silent && one === far)) one.pipe(other);
    }
    const pair = { near, far };
    pairs.add(pair);
    far.on('close', () => pairs.delete(pair));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    silence(on) {
      silent = on;
      for (const { near, far } of pairs) on ? far.unpipe(near) : far.pipe(near);
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
}
