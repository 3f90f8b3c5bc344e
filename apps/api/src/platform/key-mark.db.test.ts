import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '#testing/database';
import { type Database, openDatabase } from './database.ts';
import { markOf, refuseOtherKeys } from './key-mark.ts';
import { type Keys, loadKeys } from './keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'sampai-key-mark-'));
const keysOf = (name: string) => loadKeys(join(folder, name), false);

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await cloneDatabase();
  db = openDatabase(database.url, 2);
});
afterAll(async () => {
  await db.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

it('belongs to the keys of its first start, and refuses others in one sentence', async () => {
  const own = keysOf('own.json');
  await Promise.all([refuseOtherKeys(db.read, own, 'own'), refuseOtherKeys(db.read, own, 'own')]);
  await refuseOtherKeys(db.read, own, 'own');
  await expect(refuseOtherKeys(db.read, keysOf('other.json'), '/srv/keys.json')).rejects.toThrow(
    /^KEYS_FILE \/srv\/keys.json holds other keys than those this database was made with/,
  );
});

it('does not let the application change whose it is', async () => {
  await expect(db.read.$executeRaw`UPDATE key_mark SET mark = ''`).rejects.toThrow(/permission denied/);
  await expect(db.read.$executeRaw`DELETE FROM key_mark`).rejects.toThrow(/permission denied/);
});

it('minds the keys that index, not those that rotate', () => {
  const [own, other] = [keysOf('own.json'), keysOf('other.json')];
  const with_ = (ring: keyof Keys) => markOf({ ...own, [ring]: other[ring] }).equals(markOf(own));
  expect({ token: with_('token'), field: with_('field') }).toEqual({ token: true, field: true });
  expect({ blindIndex: with_('blindIndex'), efin: with_('efin') }).toEqual({
    blindIndex: false,
    efin: false,
  });
});
