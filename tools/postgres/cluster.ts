import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { explainOutput, Refusal } from '../lib/refusal.ts';
import type { Binaries } from './binaries.ts';
import { handOver } from './home.ts';
import type { OsUser } from './os-user.ts';

/** The superuser of every embedded database. */
export const SUPERUSER = 'sampai';

// One collation on every machine: byte order, whatever the machine's own locale.
const INITDB_FLAGS = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
];

// Inside the data directory, so that both come to be in one move. PostgreSQL leaves files it does not know alone.
const passwordFile = (dataDir: string) => path.join(dataDir, 'superuser.password');

/** The password of this folder's superuser; made by `ensureCluster`. */
export function readPassword(dataDir: string): string {
  return readFileSync(passwordFile(dataDir), 'utf8').trim();
}

/**
 * Makes the data directory unless it stands. The work happens beside it and is moved in place when whole, so a killed
 * first start leaves nothing half-made. Refuses a folder of another major version.
 */
export function ensureCluster(dataDir: string, binaries: Binaries, user: OsUser | undefined): void {
  const versionFile = path.join(dataDir, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const major = readFileSync(versionFile, 'utf8').trim();
    if (major === binaries.major) return;
    throw new Refusal(
      `The database in ${dataDir} was made by PostgreSQL ${major} and this project runs PostgreSQL ${binaries.major}: begin anew with \`npm start -- --fresh\`, or set DATABASE_URL to a server that has your data.`,
    );
  }
  const half = `${dataDir}.new-${process.pid}`;
  const secret = `${half}.password`;
  rmSync(half, { recursive: true, force: true });
  handOver(half, user);
  writeFileSync(secret, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  if (user) chownSync(secret, user.uid, user.gid); // initdb reads it as that user
  try {
    const flags = [
      ...INITDB_FLAGS,
      '--auth=scram-sha-256',
      `--pwfile=${secret}`,
      '-U',
      SUPERUSER,
      '-D',
      half,
    ];
    runAs(user, binaries.initdb, flags);
    renameSync(secret, passwordFile(half));
    renameSync(half, dataDir);
  } catch (error) {
    if (!existsSync(versionFile)) throw error; // otherwise somebody else was quicker
  } finally {
    rmSync(half, { recursive: true, force: true });
    rmSync(secret, { force: true });
  }
}

/** Runs one of PostgreSQL's programs as `user` to its end; throws with what it said when it fails. */
export function runAs(user: OsUser | undefined, program: string, args: string[]): void {
  // cwd: the programs refuse a working directory that their user may not enter. LC_ALL: messages we can read.
  const env = { ...process.env, LC_ALL: 'C' };
  const { status, error, stdout, stderr } = spawnSync(program, args, {
    ...user,
    cwd: path.parse(program).root,
    env,
    encoding: 'utf8',
  });
  if (error && 'code' in error && error.code === 'ENOENT') {
    throw new Refusal(
      'The embedded PostgreSQL does not run on this system (it needs glibc): set DATABASE_URL to a PostgreSQL 18 of your own.',
    );
  }
  if (error) throw error;
  if (status !== 0) {
    const said = `${stdout}${stderr}`.trim();
    throw new Refusal(explainOutput(said) ?? `${path.basename(program)} failed: ${said}`);
  }
}
