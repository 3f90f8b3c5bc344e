import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Refusal } from '../lib/refusal.ts';

/** Whom PostgreSQL runs as. It refuses to run as root. */
export type OsUser = { uid: number; gid: number };

function find(name: string): OsUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((row) => row.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/**
 * The user to run PostgreSQL as: nobody else for an ordinary user (undefined), `postgres` for root. A machine without
 * such a user gets one; where none can be made, `nobody` serves.
 */
export function databaseUser(): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const existing = find('postgres');
  if (existing) return existing;
  const options = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/',
    '--shell',
    '/bin/false',
  ];
  spawnSync('useradd', [...options, 'postgres'], { stdio: 'ignore' });
  const user = find('postgres') ?? find('nobody');
  if (!user)
    throw new Refusal(
      'PostgreSQL does not run as root and no other user could be made: run as an ordinary user.',
    );
  return user;
}

/** Whether `user` may pass `test FLAG PATH` (-r, -w, -x), folders above it included. */
export function may(user: OsUser | undefined, flag: '-r' | '-w' | '-x', path: string): boolean {
  return (
    spawnSync('/bin/sh', ['-c', `test ${flag} "$0"`, path], { ...user, cwd: '/', stdio: 'ignore' }).status ===
    0
  );
}
