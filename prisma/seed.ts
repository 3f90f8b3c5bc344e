import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readSeedConfig } from '@sampai/api/config/seed-env';
import { openDatabase } from '@sampai/api/platform/database';
import { refuseOtherKeys } from '@sampai/api/platform/key-mark';
import { loadKeys } from '@sampai/api/platform/keys';
import { makeSecrets } from '@sampai/api/platform/secrets';
import { morePeople, type Person, people } from '@sampai/testkit';
import { seedAgents } from './seed/agents.ts';
import { seedPeople } from './seed/people.ts';

/**
 * `node prisma/seed.ts [--people N]`: people with stories, and N more. Never in production. Running it again adds nobody
 * twice. PEOPLE_FILE gets what a newcomer needs to play them: invented people's numbers and passwords, mode 0600.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { people: { type: 'string', default: '0' } } });
  const more = Number(values.people);
  if (!Number.isInteger(more) || more < 0 || more > 1_000_000)
    throw new Error('--people takes a whole number up to 1000000.');
  const config = readSeedConfig();
  const db = openDatabase(config.databaseUrl, 4);
  try {
    const keys = loadKeys(config.keysFile, false);
    await refuseOtherKeys(db.read, keys, config.keysFile);
    const secrets = makeSecrets(keys);
    const all: Person[] = [...people(), ...morePeople(more, 1)];
    const added = await seedPeople(db, secrets, all);
    await seedAgents(db);
    const known = existsSync(config.peopleFile)
      ? (JSON.parse(readFileSync(config.peopleFile, 'utf8')) as Person[])
      : [];
    const listed = known.length > all.length ? known : all;
    writeFileSync(config.peopleFile, JSON.stringify(listed, null, 1), { mode: 0o600 });
    console.log(`seeded ${added} people (${all.length - added} were there)`);
  } finally {
    await db.close();
  }
}

main().catch((fault: Error) => {
  process.stderr.write(`seed: ${fault.message}\n`);
  process.exitCode = 1;
});
