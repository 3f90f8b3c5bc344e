import pg from 'pg';

/** Creates the database that `url` names unless it exists. */
export async function ensureDatabase(url: string): Promise<void> {
  const at = new URL(url);
  const name = decodeURIComponent(at.pathname.slice(1));
  at.pathname = '/postgres';
  const client = new pg.Client({ connectionString: at.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
