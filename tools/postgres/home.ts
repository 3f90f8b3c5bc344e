import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { root } from '../lib/paths.ts';
import { type Binaries, binariesIn } from './binaries.ts';
import { may, type OsUser } from './os-user.ts';

/**
 * A place below /var/lib that the database user can enter, for a repository it cannot (say, below /root). One per
 * repository, so that two checkouts keep apart.
 */
function sharedHome(): string {
  const id = createHash('sha256').update(root).digest('hex').slice(0, 10);
  return path.join('/var/lib', `sampai-${id}`);
}

/** Removes the shared home when nothing is left in it. */
export function leaveSharedHome(): void {
  try {
    rmdirSync(sharedHome());
  } catch {
    // still in use, or never made
  }
}

/** The binaries, copied to the shared home when `user` cannot run them where they are. */
export function runnableBinaries(binaries: Binaries, user: OsUser | undefined): Binaries {
  if (!user || (may(user, '-x', binaries.initdb) && may(user, '-r', path.join(binaries.home, 'share'))))
    return binaries;
  const home = path.join(sharedHome(), `postgresql-${binaries.version}`);
  if (!existsSync(home)) {
    const half = `${home}.${process.pid}`;
    makeEnterable(sharedHome());
    cpSync(binaries.home, half, { recursive: true, verbatimSymlinks: true });
    openToAll(half);
    try {
      renameSync(half, home);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(home)) throw error; // otherwise somebody else was quicker with the same copy
    }
  }
  return binariesIn(home, binaries.version);
}

/** Where the data of `wanted` stands: there, or below the shared home when `user` could not reach it there. */
export function reachableDataDir(wanted: string, user: OsUser | undefined): string {
  const parent = path.dirname(wanted);
  mkdirSync(parent, { recursive: true });
  if (!user || may(user, '-x', parent)) return wanted;
  const id = createHash('sha256').update(path.resolve(wanted)).digest('hex').slice(0, 10);
  makeEnterable(sharedHome());
  return path.join(sharedHome(), `${path.basename(wanted)}-${id}`);
}

function makeEnterable(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

/** Gives a folder to `user`, alone. */
export function handOver(folder: string, user: OsUser | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
}

/** Readable by everybody, whatever umask the files were written under. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(at);
    else if (entry.isFile()) chmodSync(at, 0o755);
  }
}
