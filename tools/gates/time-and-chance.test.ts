import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { capture } from '../lib/exec.ts';
import { root } from '../lib/paths.ts';

const RULE = 'apps/api/src/modules/tokens/rules/judge.ts';
const PLATFORM = 'apps/api/src/platform/clock.ts';
const PLANTED = [
  'Date.now()',
  'new Date()',
  'Math.random()',
  'randomBytes(16)',
  'randomInt(0, 10)',
  'randomUUID()',
  'crypto.randomUUID()',
  'process.env.PORT',
];

const folder = mkdtempSync(path.join(tmpdir(), 'sampai-biome-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let said = '';
beforeAll(async () => {
  for (const file of ['biome.json', '.gitignore'])
    copyFileSync(path.join(root, file), path.join(folder, file));
  cpSync(path.join(root, 'tools', 'biome'), path.join(folder, 'tools', 'biome'), { recursive: true });
  const lines = PLANTED.map((code, index) => `export const at${index} = ${code};`).join('\n');
  for (const file of [RULE, PLATFORM]) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${lines}\n`);
  }
  said = (
    await capture('biome', ['lint', '--reporter=github', '--max-diagnostics=100', 'apps'], { cwd: folder })
  ).output;
});

test.each(PLANTED.map((code, index) => [code, index + 1] as const))('a rule may not read %s', (_, line) => {
  expect(said).toMatch(new RegExp(`${RULE},line=${line},`));
});

test('platform may read clock and chance, but the environment is for config alone', () => {
  const lines = said.split('\n').filter((line) => line.includes(PLATFORM));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('noProcessEnv');
});
