import type { Undo } from '../lib/undo.ts';
import { findPostgres } from '../postgres/index.ts';
import { openDatabase, postgresDir } from './database.ts';
import { settingsFrom } from './settings.ts';

/** The database of `npm start`: the one that runs, else started for as long as this command takes. */
export async function borrowDatabase(undo: Undo): Promise<string> {
  const settings = await settingsFrom({
    ...process.env,
    PORT: '',
    DESK_PORT: '',
    POST_OFFICE_PORT: '',
    SMTP_PORT: '',
    SMPP_PORT: '',
  });
  const running = settings.databaseUrl ? undefined : await findPostgres(postgresDir(settings.dataDir));
  return running ? running.url('sampai') : openDatabase(settings, undo);
}
