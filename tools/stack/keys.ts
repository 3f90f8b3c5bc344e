import { existsSync } from 'node:fs';
import { markOf, otherKeys } from '@sampai/api/platform/key-mark';
import { loadKeys } from '@sampai/api/platform/keys';
import { Refusal } from '../lib/refusal.ts';
import { query } from './migrations.ts';

/**
 * Refuses, before anything starts and before a new file of keys is made, keys that are not this database's. The
 * processes look again by themselves.
 */
export async function mustFit(databaseUrl: string, keysFile: string, production: boolean): Promise<void> {
  const rows = await query<{ mark: Buffer }>(databaseUrl, 'select mark from key_mark');
  const mark = rows?.[0]?.mark;
  if (!mark) return;
  if (!existsSync(keysFile))
    throw new Refusal(
      `The keys this database was made with are gone (KEYS_FILE ${keysFile} does not exist), so that nobody could sign in: bring the file back, or use another database.`,
    );
  if (!mark.equals(markOf(loadKeys(keysFile, production)))) throw new Refusal(otherKeys(keysFile));
}
