import { freePort } from '@sampai/testkit/free-port';
import { ensureDatabase, startPostgres } from '../postgres/index.ts';
import { postgresDir } from '../stack/database.ts';
import { migrate, migrateJobs } from '../stack/migrations.ts';
import { makeTestFolder, removeTestFolder } from './folder.ts';

// Nobody misses this data after a crash, so PostgreSQL need not wait for the disk. Several test files run at once, each with houses of
// up to eighteen connections.
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };
const TEMPLATE = 'sampai_template';

/**
 * A PostgreSQL for tests alone, with one migrated database in it, which every test file clones. Its address goes to the
 * tests as SAMPAI_TEST_DATABASE (its maintenance database) and SAMPAI_TEST_TEMPLATE (the name to clone).
 * Returns how to take it down again.
 */
export async function openTestDatabase(): Promise<() => Promise<void>> {
  const folder = await makeTestFolder('database');
  const postgres = await startPostgres({
    dataDir: postgresDir(folder),
    port: await freePort(),
    settings: SETTINGS,
  });
  const template = postgres.url(TEMPLATE);
  await ensureDatabase(template);
  await migrate(template);
  await migrateJobs(template);
  process.env.SAMPAI_TEST_DATABASE = postgres.url('postgres');
  process.env.SAMPAI_TEST_TEMPLATE = TEMPLATE;
  return () => removeTestFolder(folder);
}
