import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { people } from '@sampai/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../../apps/api/src/testing/house.ts';
import { seedPeople } from '../../prisma/seed/people.ts';
import { settingsApart } from '../stack/settings.ts';
import { welcome } from './welcome.ts';
import { whoIsHere } from './who-is-here.ts';

let house: House;
let stack: Parameters<typeof whoIsHere>[0] & Parameters<typeof welcome>[0];
const listed = people();

beforeAll(async () => {
  house = await openHouse();
  const folder = path.dirname(house.config.keysFile);
  const peopleFile = path.join(folder, 'people.json');
  writeFileSync(peopleFile, JSON.stringify(listed));
  const settings = { ...(await settingsApart(folder)), keysFile: house.config.keysFile, peopleFile };
  const intake = { port: 2526, domain: 'bounce.pajak.example' };
  stack = { settings, databaseUrl: house.database.url, logDir: folder, intake };
});
afterAll(() => house.close());

test('nobody is offered who does not live in this database', async () => {
  expect(await whoIsHere(stack)).toEqual({ people: [], agent: undefined });
  expect(welcome(stack, await whoIsHere(stack), '3.0 s')).not.toMatch(/People to try|password/);
});

test('nobody is offered as fresh who was activated meanwhile', async () => {
  await seedPeople(house.db, house.secrets, listed.slice(0, 5));
  const names = async () => (await whoIsHere(stack)).people.map(({ id }) => id);
  expect(await names()).toEqual(['budi', 'siti', 'agus']);
  await house.database.query(
    `INSERT INTO account (taxpayer_id, password_hash, liability_version, liability_accepted_at, activated_at)
     SELECT id, 'x', '2015-02-13', now(), now() FROM taxpayer WHERE npwp_index = $1`,
    [house.secrets.index('npwp', `0${listed[1]?.npwp15}`)],
  );
  expect(await names()).toEqual(['budi', 'agus', 'dewi']);
  expect(welcome(stack, await whoIsHere(stack), '3.0 s')).not.toContain('Siti');
});

test('where mail that comes back is taken in is said, and why it is not', () => {
  const nobody = { people: [], agent: undefined };
  expect(welcome(stack, nobody, '3.0 s')).toContain(
    '  Bounces       SMTP 2526, for bounce+<message>@bounce.pajak.example\n',
  );
  const why = 'CARRIERS_FILE names no sender.bounceDomain';
  expect(welcome({ ...stack, intake: { why } }, nobody, '3.0 s')).toContain(
    `  Bounces       nobody takes mail that comes back: ${why} (docs/OPERATING.md)\n`,
  );
  expect(welcome({ ...stack, intake: undefined }, nobody, '3.0 s')).not.toContain('Bounces');
});

test('a database outside this folder is named', () => {
  const said = welcome(stack, { people: [], agent: undefined }, '3.0 s', '/var/lib/sampai-0123456789');
  expect(said).toContain('/var/lib/sampai-0123456789   outside this folder');
});
