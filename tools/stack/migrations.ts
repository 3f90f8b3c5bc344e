import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { must } from '../lib/exec.ts';
import { root } from '../lib/paths.ts';

const folder = path.join(root, 'prisma', 'migrations');

/** Brings the database up to the schema of this checkout. Asks Prisma, which takes a second, only when there is work. */
export async function migrate(databaseUrl: string): Promise<'fresh' | 'made'> {
  if (!(await isPending(databaseUrl))) return 'fresh';
  await must('prisma', ['migrate', 'deploy'], { env: { DATABASE_URL: databaseUrl } });
  return 'made';
}

/** Creates or updates the job queue's own schema. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  await must('graphile-worker', ['--schema-only'], { env: { DATABASE_URL: databaseUrl } }); // not an argument: others see those
}

/** Whether nobody lives in this database yet. */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
  const rows = await query<{ any: boolean }>(databaseUrl, 'select exists (select from taxpayer) as any');
  return rows?.[0]?.any !== true;
}

async function isPending(databaseUrl: string): Promise<boolean> {
  const applied = await query<{ migration: string }>(
    databaseUrl,
    `select migration_name || ' ' || checksum as migration from _prisma_migrations
     where finished_at is not null and rolled_back_at is null`,
  );
  const has = new Set(applied?.map(({ migration }) => migration));
  const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'migration.sql')));
  return names.some((name) => !has.has(`${name} ${sha256(path.join(folder, name, 'migration.sql'))}`));
}

/** Runs one query; undefined when its table does not exist. */
export async function query<R extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<R[] | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<R>(sql, values)).rows;
  } catch (error) {
    if ((error as { code?: string }).code === '42P01') return undefined; // undefined_table
    throw error;
  } finally {
    await client.end();
  }
}

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
