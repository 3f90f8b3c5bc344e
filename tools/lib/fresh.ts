import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.ts';

const stamps = path.join(root, 'node_modules', '.cache', 'sampai');
const SKIPPED = new Set(['node_modules', 'dist', '.turbo', '.git']);

export type Making = {
  /** Name of the stamp. */
  name: string;
  /** Files and folders below the repository that decide the outcome. */
  from: string[];
  /** What must stand afterwards, below the repository. */
  makes: string;
};

/** Does `work` unless its outcome stands and nothing it is made from has changed. Returns 'fresh' when skipped. */
export async function unlessFresh(making: Making, work: () => Promise<unknown>): Promise<'fresh' | 'made'> {
  const stamp = path.join(stamps, making.name);
  const key = fingerprint(making.from);
  const stands = existsSync(path.join(root, making.makes)) && existsSync(stamp);
  if (stands && readFileSync(stamp, 'utf8') === key) return 'fresh';
  await work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, key);
  return 'made';
}

function fingerprint(from: string[]): string {
  const hash = createHash('sha256');
  for (const file of from.flatMap((name) => filesBelow(path.join(root, name)))) {
    hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesBelow(at: string): string[] {
  if (!existsSync(at)) return [];
  if (!statSync(at).isDirectory()) return [at];
  const names = readdirSync(at)
    .filter((name) => !SKIPPED.has(name))
    .sort();
  return names.flatMap((name) => filesBelow(path.join(at, name)));
}
