import { readFileSync } from 'node:fs';
import { createServer, Server } from 'node:net';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { root } from '../lib/paths.ts';
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

test.each(['PORT', 'BOUNCE_PORT'])('%s that is set and taken is refused by its name', async (name) => {
  const port = await occupy(0);
  await expect(settingsFrom({ [name]: String(port) })).rejects.toThrow(
    `${name} ${port} is taken: set another one, or leave it unset.`,
  );
});

test('two ports set alike are refused', async () => {
  await expect(settingsFrom({ PORT: '3100', DESK_PORT: '3100' })).rejects.toThrow(
    'DESK_PORT and PORT are both 3100: set another one for either.',
  );
  await expect(settingsFrom({ PORT: '3100', PG_PORT: '3100' })).rejects.toThrow(/PG_PORT and PORT are both/);
});

test('a port that is set is left alone by those that are not', async () => {
  const { ports } = await settingsFrom({});
  const moved = await settingsFrom({ SMPP_PORT: String(ports.PORT) });
  expect(moved.ports.SMPP_PORT).toBe(ports.PORT);
  expect(moved.ports.PORT).toBeGreaterThan(ports.PORT);
});

test.each(['10.9.9.9', 'nowhere.invalid', '999.1.1.1'])('HOST=%s is refused in words', async (value) => {
  await expect(settingsFrom({ HOST: value })).rejects.toThrow(
    new RegExp(`^HOST ${value} is .* of this machine: set one that is`),
  );
});

test.each(['nonsense', 'ftp://pajak.example', 'https://pajak.example/portal', 'localhost:3000', 'https://'])(
  'PUBLIC_ORIGIN=%s is refused in words, and DESK_ORIGIN too',
  async (value) => {
    for (const name of ['PUBLIC_ORIGIN', 'DESK_ORIGIN'])
      await expect(settingsFrom({ [name]: value })).rejects.toThrow(
        `${name} must be an origin like https://pajak.example or http://localhost:3000, not "${value}".`,
      );
  },
);

test('a port that this user may not have is not called taken', async () => {
  const forbidden = Object.assign(new Error('listen EACCES'), { code: 'EACCES' });
  const listen = vi.spyOn(Server.prototype, 'listen').mockImplementation(function (this: Server, ...args) {
    const { port } = args[0] as { port: number };
    if (port === 80) queueMicrotask(() => this.emit('error', forbidden));
    else queueMicrotask(() => (args.at(-1) as unknown as () => void)());
    return this;
  });
  await expect(settingsFrom({ PORT: '80' })).rejects.toThrow(/^PORT 80 is not allowed for this user/);
  listen.mockRestore();
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

test('every port that can be set is named where its reader looks', async () => {
  const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
  const [line = ''] = /^Ports move [^.]*\./m.exec(readme) ?? [];
  for (const name of Object.keys((await settingsFrom({})).ports))
    expect(line.split(/[\s,:.]+/)).toContain(name);
});
