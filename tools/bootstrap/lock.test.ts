import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../lib/paths.ts';

// The lock stands in the repository that its file is in: a copy has one of its own.
const home = mkdtempSync(path.join(tmpdir(), 'sampai-lock-'));
const folder = path.join(home, 'tools', 'bootstrap');
mkdirSync(folder, { recursive: true });
mkdirSync(path.join(home, '.tools'));
for (const file of ['lock.mjs', 'place.mjs'])
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

test('commands that start together install one after the other', async () => {
  expect(await Promise.all([run(), run(), run()])).toEqual([0, 0, 0]);
  expect(readFileSync(path.join(home, 'notes'), 'utf8').trim()).toBe('in out in out in out');
});

test('the lock of a killed command holds nobody up', async () => {
  const dead = spawn(process.execPath, ['-e', '']);
  await new Promise((resolve) => dead.once('exit', resolve));
  writeFileSync(path.join(home, '.tools', 'install.lock'), String(dead.pid));
  expect(await run()).toBe(0);
});
