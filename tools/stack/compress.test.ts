import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { compressBelow } from './compress.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sampai-compress-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every text of a built app stands beside itself, compressed', async () => {
  const script = 'export const word = "sampai";\n'.repeat(200);
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'assets', 'a.js'), script);
  writeFileSync(path.join(folder, 'assets', 'tiny.js'), 'x');
  writeFileSync(path.join(folder, 'assets', 'letters.woff2'), script);
  await compressBelow(folder);
  await compressBelow(folder); // what stands is not compressed once more
  expect(readdirSync(path.join(folder, 'assets')).toSorted()).toEqual([
    ...['a.js', 'a.js.br', 'a.js.gz', 'letters.woff2', 'tiny.js'],
  ]);
  const read = (name: string) => readFileSync(path.join(folder, 'assets', name));
  expect(brotliDecompressSync(read('a.js.br')).toString()).toBe(script);
  expect(gunzipSync(read('a.js.gz')).toString()).toBe(script);
});
