import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { loadKeys } from '@sampai/api/platform/keys';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuseOtherKeys } from '../../apps/api/src/platform/key-mark.ts';
import { type House, openHouse } from '../../apps/api/src/testing/house.ts';
import { mustFit } from './keys.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test('a start with keys that are not the ones of its database is refused in words, and makes no new ones', async () => {
  const { url } = house.database;
  const own = { keysFile: house.config.keysFile, production: false, databaseUrl: url };
  await mustFit(url, { ...own, keysFile: '/nowhere/keys.json' }); // the first start: whichever keys, they are the ones
  await refuseOtherKeys(house.db.read, house.keys, own.keysFile);
  await mustFit(url, own);

  const other = path.join(path.dirname(own.keysFile), 'other.json');
  await expect(mustFit(url, { ...own, keysFile: other })).rejects.toThrow(
    `The keys this database was made with are gone (KEYS_FILE ${other} does not exist)`,
  );
  expect(existsSync(other)).toBe(false);
  loadKeys(other, false);
  await expect(mustFit(url, { ...own, keysFile: other })).rejects.toThrow(
    /holds other keys .* another database\.$/,
  );
  await expect(mustFit(url, { ...own, keysFile: other, databaseUrl: undefined })).rejects.toThrow(
    /`npm start -- --fresh` begins anew, without its data\.$/,
  );
  rmSync(other);
});
