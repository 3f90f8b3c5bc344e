import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commandLineOf } from '../lib/process-info.ts';
import { claim } from './owner.ts';
import { type Running, startProgram } from './processes.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sampai-processes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(name: string, source: string): Running {
  const script = path.join(folder, `${name}.mjs`);
  writeFileSync(script, source);
  return startProgram({ name, script }, process.env, path.join(folder, 'logs'));
}

const SERVES = 'setInterval(() => {}, 1000); process.on("SIGTERM", () => process.exit(0));';

test('a program is ready when it says so, and its words go to its log', async () => {
  const server = run('server', `console.log('warming up'); ${SERVES} console.log('ready server')`);
  await server.ready;
  await server.stop();
  expect(await server.ended).toBe('server ended with exit code 0.');
  expect(readFileSync(path.join(folder, 'logs', 'server.log'), 'utf8')).toBe('warming up\nready server\n');
});

test('a program that cannot start is quoted', async () => {
  const server = run('broken', `console.error('PORT 80 may not be used.'); process.exit(1);`);
  await expect(server.ready).rejects.toThrow('broken ended with exit code 1: PORT 80 may not be used.');
});

test('a program that dies later says how, and stopping it again is no trouble', async () => {
  const server = run('mortal', `${SERVES} console.log('ready mortal')`);
  await server.ready;
  process.kill(server.pid, 'SIGKILL');
  expect(await server.ended).toBe('mortal was ended by SIGKILL.');
  await server.stop();
});

test('what a killed launcher left running is ended before anything new starts', async () => {
  const orphan = run('orphan', `${SERVES} console.log('ready orphan')`);
  await orphan.ready;
  const record = { launcher: 2 ** 22 + 1, portal: 'http://localhost:3000', processes: [orphan] };
  writeFileSync(path.join(folder, 'launcher.json'), JSON.stringify(record));
  (await claim(folder, 'http://localhost:3000')).release();
  expect(await orphan.ended).toBe('orphan ended with exit code 0.');
});

test('a stranger who got the number of an old process is left alone', async () => {
  const stranger = run('stranger', `${SERVES} console.log('ready stranger')`);
  await stranger.ready;
  const old = { pid: stranger.pid, script: '/somewhere/else/worker.ts' };
  writeFileSync(
    path.join(folder, 'launcher.json'),
    JSON.stringify({ launcher: 2 ** 22 + 1, portal: '', processes: [old] }),
  );
  (await claim(folder, '')).release();
  expect(commandLineOf(stranger.pid)).toContain('stranger.mjs');
  await stranger.stop();
});

test('a folder belongs to one launcher at a time', async () => {
  const script = path.join(folder, 'run.ts'); // launchers are known by this name
  writeFileSync(script, `${SERVES} console.log('ready launcher')`);
  const other = startProgram({ name: 'launcher', script }, process.env, path.join(folder, 'logs'));
  await other.ready;
  const record = { launcher: other.pid, portal: 'http://localhost:3000', processes: [] };
  writeFileSync(path.join(folder, 'launcher.json'), JSON.stringify(record));
  await expect(claim(folder, 'http://localhost:3010')).rejects.toThrow(
    `Sampai already runs from this folder, at http://localhost:3000 (process ${other.pid}).`,
  );
  await other.stop();
});
