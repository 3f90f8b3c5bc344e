import type { Undo } from '../lib/undo.ts';
import { findPostgres } from '../postgres/index.ts';
import { DATABASE_NAME, openDatabase, postgresDir } from './database.ts';
import { DATA_DIR, type Settings, settingsFrom } from './settings.ts';

/** The database of `npm start`: the one that runs, else started for as long as this command takes. */
export async function borrowDatabase(undo: Undo): Promise<{ settings: Settings; databaseUrl: string }> {
  const { DATABASE_URL, KEYS_FILE, PG_PORT } = process.env; // the other ports may well be taken, by npm start itself
  const settings = await settingsFrom({ DATABASE_URL, KEYS_FILE, PG_PORT });
  const running = settings.databaseUrl ? undefined : await findPostgres(postgresDir(DATA_DIR));
  return { settings, databaseUrl: running?.url(DATABASE_NAME) ?? (await openDatabase(settings, undo)) };
}
