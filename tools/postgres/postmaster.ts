import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const READY_WITHIN_MS = 30_000; // a crash recovery after kill -9 may replay some log first

type Postmaster = { pid: number; port: number };

function readPidFile(dataDir: string): Postmaster | undefined {
  try {
    const [pid, , , port] = readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(pid), port: Number(port) };
  } catch {
    return undefined; // none: not running
  }
}

/** Whether this process lives and is a PostgreSQL: a process id is given to somebody else sooner or later. */
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false; // EPERM: lives, belongs to another user
  }
  const { status, stdout } = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
  if (status === 0) return stdout.includes('postgres');
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').includes('postgres'); // a machine without ps
  } catch {
    return true; // cannot tell: leave it alone
  }
}

/** Whether the server at `port` answers and serves exactly this folder. */
async function serves(dataDir: string, urlAt: (port: number) => string, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlAt(port), connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory === realpathSync(dataDir);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * The port of the server that runs on this folder, or undefined. Waits while one starts or recovers. A pid file that a
 * crash left behind and whose number now belongs to another program is removed, for PostgreSQL would obey it.
 */
export async function livePort(
  dataDir: string,
  urlAt: (port: number) => string,
): Promise<number | undefined> {
  for (const since = performance.now(); performance.now() - since < READY_WITHIN_MS; await wait(100)) {
    const found = readPidFile(dataDir);
    if (!found) return undefined;
    if (!isPostgres(found.pid)) {
      rmSync(path.join(dataDir, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (found.port > 0 && (await serves(dataDir, urlAt, found.port))) return found.port;
  }
  return undefined;
}
