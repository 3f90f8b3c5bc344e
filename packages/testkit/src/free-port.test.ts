import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { freePort } from './free-port.ts';

test('a free port is one that can be listened on, and none that an outgoing connection may be lent', async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, () => freePort()));
  for (const port of ports) {
    expect(port).toBeLessThan(32_768);
    const server = createServer();
    await once(server.listen(port, '127.0.0.1'), 'listening');
    await once(server.close(), 'close');
  }
});

test('of an address that is not this machine’s, what is wrong is said', async () => {
  await expect(freePort('192.0.2.1')).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
});
