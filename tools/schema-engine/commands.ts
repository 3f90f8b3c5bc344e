import pg from 'pg';
import type { Target } from './arguments.ts';

/** Connects to `database` of the target's server and runs one statement, or none to see that it answers. */
export async function runAsAdmin(target: Target, database: string, sql?: string): Promise<void> {
  const client = new pg.Client({ ...target.server, database });
  await client.connect();
  try {
    if (sql) await client.query(sql);
  } finally {
    await client.end();
  }
}

// Prisma's error codes for what PostgreSQL says; everything else counts as "cannot reach the server".
const PRISMA_CODES: Record<string, string> = { '3D000': 'P1003', '28P01': 'P1000', '28000': 'P1010' };

/** `cli can-connect-to-database | create-database | drop-database`. Returns the exit code. */
export async function runCommand(command: string, target: Target): Promise<number> {
  const name = pg.escapeIdentifier(target.database);
  try {
    if (command === 'can-connect-to-database') await runAsAdmin(target, target.database);
    else if (command === 'create-database') await runAsAdmin(target, 'postgres', `CREATE DATABASE ${name}`);
    else if (command === 'drop-database') await runAsAdmin(target, 'postgres', `DROP DATABASE ${name}`);
    else throw new Error(`unknown schema engine command: ${command}`);
    return 0;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const fields = { error_code: PRISMA_CODES[code ?? ''] ?? 'P1001', is_panic: false, message };
    const line = { level: 'ERROR', target: 'schema_engine::logger', fields };
    process.stderr.write(`\n${JSON.stringify(line)}`);
    return 1;
  }
}
