import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../lib/paths.ts';
import { commandLineOf } from '../lib/process-info.ts';
import { removePostgres } from '../postgres/index.ts';
import { postgresDir } from '../stack/database.ts';
import { endLeftovers } from '../stack/owner.ts';

const home = path.join(root, '.data-test');

/** A data folder for this process alone: tests share nothing with `npm start`, nor with other tests under way. */
export async function makeTestFolder(name: string): Promise<string> {
  await sweep();
  const folder = path.join(home, `${name}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

export async function removeTestFolder(folder: string): Promise<void> {
  await endLeftovers(folder);
  await removePostgres(postgresDir(folder));
  rmSync(folder, { recursive: true, force: true });
}

/** Removes what killed test runs left behind, their databases included. */
async function sweep(): Promise<void> {
  const names = existsSync(home) ? readdirSync(home) : [];
  for (const name of names) {
    const command = commandLineOf(Number(name.split('-').at(-1)));
    if (!command?.includes('node')) await removeTestFolder(path.join(home, name));
  }
}
