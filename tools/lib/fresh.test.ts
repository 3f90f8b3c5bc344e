import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { unlessFresh } from './fresh.ts';
import { root } from './paths.ts';

const name = `fresh-test-${process.pid}`;
const place = path.join('node_modules', '.cache', name);
const making = { name, from: [path.join(place, 'source')], makes: path.join(place, 'outcome') };
const at = (file: string) => path.join(root, place, file);

mkdirSync(at('source/deep'), { recursive: true });
writeFileSync(at('source/deep/a.ts'), '1');
afterAll(() => {
  rmSync(path.join(root, place), { recursive: true, force: true });
  rmSync(path.join(root, 'node_modules/.cache/sampai', name), { force: true });
});

const make = async () => writeFileSync(at('outcome'), 'made');

test('work is done once, again when its source changes, and again when its outcome is gone', async () => {
  expect(await unlessFresh(making, make)).toBe('made');
  expect(await unlessFresh(making, make)).toBe('fresh');
  writeFileSync(at('source/deep/b.ts'), '2');
  expect(await unlessFresh(making, make)).toBe('made');
  rmSync(at('outcome'));
  expect(await unlessFresh(making, make)).toBe('made');
  expect(await unlessFresh(making, make)).toBe('fresh');
});

test('work that failed is not taken for done', async () => {
  writeFileSync(at('source/deep/c.ts'), '3');
  await expect(unlessFresh(making, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await unlessFresh(making, make)).toBe('made');
});
