import { randomBytes } from 'node:crypto';
import pg from 'pg';

export type TestDatabase = {
  url: string;
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  drop(): Promise<void>;
};

/** A database of the test file's own, cloned from the migrated template. `query` works as its owner, not as the app. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { SAMPAI_TEST_DATABASE: admin, SAMPAI_TEST_TEMPLATE: template } = readTestEnv();
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asAdmin(admin, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = Object.assign(new URL(admin), { pathname: `/${name}` }).toString();
  const owner = new pg.Client({ connectionString: url });
  owner.on('error', () => {});
  await owner.connect();
  return {
    url,
    query: async (sql, values) => (await owner.query(sql, values)).rows,
    async drop() {
      await owner.end();
      await asAdmin(admin, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function readTestEnv(): { SAMPAI_TEST_DATABASE: string; SAMPAI_TEST_TEMPLATE: string } {
  const { SAMPAI_TEST_DATABASE, SAMPAI_TEST_TEMPLATE } = process.env;
  if (!SAMPAI_TEST_DATABASE || !SAMPAI_TEST_TEMPLATE)
    throw new Error('database tests run through `npm run unit`');
  return { SAMPAI_TEST_DATABASE, SAMPAI_TEST_TEMPLATE };
}
