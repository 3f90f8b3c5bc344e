import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../lib/paths.ts';

// The lock stands in the repository that its file is in: a copy has one of its own.
const home = mkdtempSync(path.join(tmpdir(), 'sampai-lock-'));
const folder = path.join(home, 'tools', 'bootstrap');
mkdirSync(folder, { recursive: true });
mkdirSync(path.join(home, '.tools'));
const lock = path.join(home, '.tools', 'install.lock');
for (const file of ['lock.mjs', 'place.mjs', 'stop.mjs'])
  copyFileSync(path.join(root, 'tools/bootstrap', file), path.join(folder, file));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A command that notes when it has the lock and when it gives it back. */
const SCRIPT = `
  import { appendFileSync } from 'node:fs';
  import { setTimeout as wait } from 'node:timers/promises';
  import { withLock } from './lock.mjs';
  const note = (what) => appendFileSync('../../notes', what + ' ');
  await withLock(async () => { note('in'); await wait(100); note('out'); });
`;
writeFileSync(path.join(folder, 'command.mjs'), SCRIPT);

const run = () =>
  new Promise((resolve) => {
    spawn(process.execPath, ['command.mjs'], { cwd: folder, stdio: 'ignore' }).once('exit', resolve);
  });

/** A command that takes long; resolves with how it ended and what it said once `sign` was sent to it. */
const LONG = `
  import { withLock } from './lock.mjs';
  import { stoppable } from './stop.mjs';
  await stoppable(() => withLock(() => new Promise(() => { console.log('in'); setInterval(() => {}, 1e9); })));
`;
writeFileSync(path.join(folder, 'long.mjs'), LONG);
function interrupted(sign: NodeJS.Signals): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['long.mjs'], { cwd: folder });
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.stdout.once('data', () => child.kill(sign));
    child.once('close', (code) => resolve({ code, said }));
  });
}

test('commands that start together install one after the other', async () => {
  expect(await Promise.all([run(), run(), run()])).toEqual([0, 0, 0]);
  expect(readFileSync(path.join(home, 'notes'), 'utf8').trim()).toBe('in out in out in out');
});

test('the lock of a killed command holds nobody up', async () => {
  const dead = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => dead.once('exit', resolve));
  writeFileSync(lock, String(dead.pid));
  const { stdout, stderr } = spawnSync(process.execPath, ['command.mjs'], { cwd: folder, encoding: 'utf8' });
  expect(stdout + stderr).toBe('');
  expect(existsSync(lock)).toBe(false);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s while installing is answered, and leaves no lock behind', async (sign, code) => {
  expect(await interrupted(sign)).toEqual({ code, said: '\nStopped.\n' });
  expect(existsSync(lock)).toBe(false);
});
