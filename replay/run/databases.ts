import { freePort } from '@sampai/testkit/free-port';
import pg from 'pg';
import { step } from '../../tools/lib/progress.ts';
import type { Undo } from '../../tools/lib/undo.ts';
import { ensureDatabase, startPostgres } from '../../tools/postgres/index.ts';
import { postgresDir } from '../../tools/stack/database.ts';
import { migrate, migrateJobs } from '../../tools/stack/migrations.ts';
import { makeTestFolder, removeTestFolder } from '../../tools/test/folder.ts';

const TEMPLATE = 'replay_template';

/** A PostgreSQL for this command alone, with its usual settings; each run gets a migrated database of its own. */
export async function openDatabases(undo: Undo) {
  const folder = await makeTestFolder('replay');
  undo.add(() => removeTestFolder(folder));
  const postgres = await step('Starting PostgreSQL', async () =>
    startPostgres({ dataDir: postgresDir(folder), port: await freePort() }),
  );
  const template = postgres.url(TEMPLATE);
  await ensureDatabase(template);
  await step('Making the schema', async () => {
    await migrate(template);
    await migrateJobs(template);
  });
  let runs = 0;
  return {
    /** The next run's. The folder is the same for all, so that the next command finds what a killed one left running. */
    async next(): Promise<{ databaseUrl: string; folder: string }> {
      runs += 1;
      const name = `replay_${runs}`;
      const client = new pg.Client({ connectionString: postgres.url('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
      await client.end();
      return { databaseUrl: postgres.url(name), folder };
    },
  };
}
