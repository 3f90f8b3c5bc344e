import pg from 'pg';
import { randomText } from '#platform/random';

/** A database of one test file alone. */
export type TestDatabase = {
  url: string;
  /** A connection as its owner, who may do what the application's role may not. */
  admin: pg.Client;
  drop(): Promise<void>;
};

/** Clones the migrated template that the test run prepared. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { SAMPAI_TEST_DATABASE: server, SAMPAI_TEST_TEMPLATE: template } = process.env;
  if (!server || !template)
    throw new Error('database tests run by `npm run unit`, which prepares a database');
  const name = `test_${randomText('abcdefghijklmnopqrstuvwxyz', 12)}`;
  await onServer(server, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  return {
    url: url.href,
    admin,
    async drop() {
      await admin.end();
      await onServer(server, `DROP DATABASE "${name}" WITH (FORCE)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
