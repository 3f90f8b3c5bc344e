import { readFileSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { commandLineOf } from '../lib/process-info.ts';

const READY_WITHIN_MS = 30_000; // a crash recovery after kill -9 may replay some log first

type Postmaster = { pid: number; port: number };

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
    const command = commandLineOf(found.pid);
    if (command === undefined || (command !== '' && !command.includes('postgres'))) {
      rmSync(path.join(dataDir, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (found.port > 0 && (await serves(dataDir, urlAt(found.port)))) return found.port;
  }
  return undefined;
}

function readPidFile(dataDir: string): Postmaster | undefined {
  try {
    const [pid, , , port] = readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(pid), port: Number(port) };
  } catch {
    return undefined; // none: not running
  }
}

/** Whether a server answers at `url` and works on exactly this folder. */
async function serves(dataDir: string, url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
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
