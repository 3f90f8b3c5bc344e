import path from 'node:path';
import pg from 'pg';
import { step } from '../lib/progress.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Undo } from '../lib/undo.ts';
import { ensureDatabase, startPostgres } from '../postgres/index.ts';
import type { Settings } from './settings.ts';

export const DATABASE_NAME = 'sampai';

/** The folder of the embedded database. */
export const postgresDir = (dataDir: string) => path.join(dataDir, 'postgres');

/** The URL of a database that answers: the embedded one, started here, or the user's own. */
export async function openDatabase(settings: Settings, undo: Undo): Promise<string> {
  if (settings.databaseUrl) {
    await mustAnswer(settings.databaseUrl);
    return settings.databaseUrl;
  }
  return step('Starting PostgreSQL', async () => {
    const postgres = await startPostgres({
      dataDir: postgresDir(settings.dataDir),
      port: settings.ports.PG_PORT,
    });
    undo.add(postgres.stop);
    const url = postgres.url(DATABASE_NAME);
    await ensureDatabase(url);
    return url;
  });
}

async function mustAnswer(url: string): Promise<void> {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    await client.connect();
    await client.end();
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === '3D000') return ensureDatabase(url); // the server answers, the database does not exist yet
    throw new Refusal(`The database of DATABASE_URL cannot be used: ${message || code}.`);
  }
}
