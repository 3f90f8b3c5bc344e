import { createHmac, type KeyObject } from 'node:crypto';
import type { Tx } from './database.ts';
import { type Keys, KeysError } from './keys.ts';

const CONTEXT = 'sampai/key-mark/1';

/** What a database remembers of the keys it was made with: of those that cannot be changed without rewriting it. */
export function markOf({ blindIndex, efin }: Keys): Buffer {
  const mac = (key: KeyObject, value: string | Buffer) => createHmac('sha256', key).update(value).digest();
  return mac(efin.key(efin.currentId), mac(blindIndex.key(blindIndex.currentId), CONTEXT));
}

/** One sentence for whoever started something with keys that are not this database's. */
export const otherKeys = (file: string): string =>
  `KEYS_FILE ${file} holds other keys than those this database was made with, so that nobody could sign in: bring back its own file, or use another database.`;

/** Marks a database at its first start; refuses keys that are not the ones it was made with. Throws KeysError. */
export async function refuseOtherKeys(tx: Tx, keys: Keys, file: string): Promise<void> {
  const mark = markOf(keys);
  await tx.$executeRaw`INSERT INTO key_mark (mark) VALUES (${mark}) ON CONFLICT DO NOTHING`;
  const [row] = await tx.$queryRaw<{ mark: Uint8Array }[]>`SELECT mark FROM key_mark`;
  if (!row || !mark.equals(row.mark)) throw new KeysError(otherKeys(file));
}
