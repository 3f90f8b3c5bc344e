import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { settingsFrom } from './settings.ts';

let squatters: Server[] = [];
afterEach(() => {
  for (const squatter of squatters) squatter.close();
  squatters = [];
});

function occupy(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    squatters.push(server);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
}

test('a port that is set and taken is refused by its name', async () => {
  const port = await occupy(0);
  await expect(settingsFrom({ PORT: String(port) })).rejects.toThrow(
    `PORT ${port} is taken: set another one, or leave it unset.`,
  );
});

test('two ports set alike are refused', async () => {
  const port = await occupy(0);
  squatters.pop()?.close();
  await expect(settingsFrom({ PORT: String(port), DESK_PORT: String(port) })).rejects.toThrow(
    /DESK_PORT .* is taken/,
  );
});

test.each(['0', '65536', '80a', '-1', '3000.5'])('PORT=%s is refused in words', async (value) => {
  await expect(settingsFrom({ PORT: value })).rejects.toThrow(
    `PORT must be a port number between 1 and 65535, not "${value}".`,
  );
});

test('a port that is not set moves on when taken, and no two services share one', async () => {
  const before = await settingsFrom({});
  await occupy(before.ports.PORT);
  const { ports, origins } = await settingsFrom({});
  expect(ports.PORT).toBeGreaterThan(before.ports.PORT);
  expect(new Set(Object.values(ports)).size).toBe(Object.keys(ports).length);
  expect(origins.portal).toBe(`http://localhost:${ports.PORT}`);
});

test('an origin that is set stands, whatever the port', async () => {
  const { origins } = await settingsFrom({ PUBLIC_ORIGIN: 'https://pajak.example' });
  expect(origins.portal).toBe('https://pajak.example');
});
