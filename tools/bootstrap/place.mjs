import { accessSync, constants, existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
/** What the project installs for itself beside its dependencies; git-ignored. */
export const toolsFolder = path.join(root, '.tools');

/** A reason to stop, in one sentence for the person at the keyboard. */
export class Refusal extends Error {}

/** @param {unknown} error @returns {unknown} one sentence where we have one, else the error with its stack */
export function wordsFor(error) {
  if (error instanceof Refusal) return error.message;
  const { code, path: at } = /** @type {NodeJS.ErrnoException} */ (error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'The disk is full: free about 2 GB and try again.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `The project cannot write to ${at ?? root}: give yourself permission there, or clone it somewhere else.`;
  }
  return error;
}

/**
 * npm and pnpm keep caches in the home folder. Where there is none that can be written to (service users, containers),
 * a folder of the project's stands in for it.
 * @param {NodeJS.ProcessEnv} env @returns {NodeJS.ProcessEnv}
 */
export function ensureUsableHome(env) {
  mkdirSync(toolsFolder, { recursive: true });
  if (canWrite(homeFolder()) && (!env.npm_config_cache || canWrite(env.npm_config_cache))) return env;
  const home = path.join(toolsFolder, 'home');
  mkdirSync(home, { recursive: true });
  const stale = [
    'XDG_CACHE_HOME',
    'XDG_CONFIG_HOME',
    'XDG_DATA_HOME',
    'XDG_STATE_HOME',
    'PNPM_HOME',
    'npm_config_cache',
  ];
  for (const name of stale) delete env[name];
  return { ...env, HOME: home, npm_config_cache: path.join(home, '.npm') };
}

function homeFolder() {
  try {
    return homedir();
  } catch {
    return '/'; // a user without a name, as in some containers
  }
}

/** @param {string} folder that exists or could be made */
function canWrite(folder) {
  if (!existsSync(folder)) return path.dirname(folder) !== folder && canWrite(path.dirname(folder));
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    const probe = path.join(folder, `.sampai-${process.pid}`); // accessSync knows no quota and lies on some mounts
    writeFileSync(probe, '');
    rmSync(probe);
    return true;
  } catch {
    return false;
  }
}

/** Refuses before an installation that would fill the disk half-way. @param {number} megabytes */
export function needRoom(megabytes) {
  const { bavail, bsize } = statfsSync(root);
  const free = Math.floor((bavail * bsize) / 1e6);
  if (free < megabytes) {
    throw new Refusal(`The disk is too full: ${megabytes} MB are needed at ${root}, ${free} MB are free.`);
  }
}
