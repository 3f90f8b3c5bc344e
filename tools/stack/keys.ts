import { existsSync } from 'node:fs';
import { markOf, otherKeys } from '@sampai/api/platform/key-mark';
import { loadKeys } from '@sampai/api/platform/keys';
import { Refusal } from '../lib/refusal.ts';
import { query } from './migrations.ts';
import type { Settings } from './settings.ts';

/**
 * Refuses, before anything starts and before a new file of keys is made, keys that are not this database's. The
 * processes look again by themselves.
 */
export async function mustFit(
  url: string,
  { keysFile, production, databaseUrl }: Pick<Settings, 'keysFile' | 'production' | 'databaseUrl'>,
): Promise<void> {
  const rows = await query<{ mark: Buffer }>(url, 'select mark from key_mark');
  const mark = rows?.[0]?.mark;
  if (!mark) return;
  const anew = databaseUrl ? '' : ' `npm start -- --fresh` begins anew, without its data.';
  if (!existsSync(keysFile))
    throw new Refusal(
      `The keys this database was made with are gone (KEYS_FILE ${keysFile} does not exist), so that nobody could sign in: bring the file back, or use another database.${anew}`,
    );
  if (!mark.equals(markOf(loadKeys(keysFile, production)))) throw new Refusal(otherKeys(keysFile) + anew);
}
