import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@sampai/testkit/free-port';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { Refusal } from '../lib/refusal.ts';
import { findPostgres, removePostgres, startPostgres } from './index.ts';

const home = mkdtempSync(path.join(tmpdir(), 'sampai-postgres-'));
const dataDir = path.join(home, 'data');

afterAll(async () => {
  await removePostgres(dataDir);
  rmSync(home, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows[0]?.[0];
  } finally {
    await client.end();
  }
}

const pidIn = (folder: string) =>
  Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);

describe('the embedded PostgreSQL', { timeout: 60_000 }, () => {
  test('comes up on a folder that does not exist yet, with the same collation on every machine', async () => {
    const postgres = await startPostgres({ dataDir, port: await freePort() });
    expect(postgres.reused).toBe(false);
    const collation = 'select datlocale || datcollate from pg_database where datname = current_database()';
    expect(await ask(postgres.url('postgres'), collation)).toBe('C.UTF-8C');
  });

  test('is taken over, port and all, by a second start', async () => {
    const first = await findPostgres(dataDir);
    const second = await startPostgres({ dataDir, port: await freePort() });
    expect(second).toMatchObject({ reused: true, port: first?.port });
  });

  test('lets nobody in without its password', async () => {
    const postgres = await startPostgres({ dataDir, port: 0 });
    const wrong = new URL(postgres.url('postgres'));
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  test('keeps what was committed when it is killed, and comes up again', async () => {
    const postgres = await startPostgres({ dataDir, port: 0 });
    await ask(postgres.url('postgres'), 'create table kept as select 7 as seven');
    process.kill(pidIn(postgres.dataDir), 'SIGKILL');
    const again = await startPostgres({ dataDir, port: await freePort() });
    expect(again.reused).toBe(false);
    expect(await ask(again.url('postgres'), 'select seven from kept')).toBe(7);
  });

  test('does not mistake another program for its postmaster, whose number that one got', async () => {
    const postgres = await startPostgres({ dataDir, port: 0 });
    postgres.stop();
    const stranger = spawn('sleep', ['60']);
    const file = path.join(postgres.dataDir, 'postmaster.pid');
    writeFileSync(
      file,
      `${stranger.pid}\n${postgres.dataDir}\n1\n${postgres.port}\n\n127.0.0.1\n\nready   \n`,
    );
    const again = await startPostgres({ dataDir, port: await freePort() });
    expect(again.reused).toBe(false);
    expect(stranger.kill()).toBe(true);
  });

  test('says in one sentence that its port is taken', async () => {
    (await findPostgres(dataDir))?.stop();
    const squatter = createServer();
    const port = await new Promise<number>((resolve) => {
      squatter.listen(0, '127.0.0.1', () => resolve((squatter.address() as { port: number }).port));
    });
    const start = startPostgres({ dataDir, port });
    await expect(start).rejects.toThrow(`PG_PORT ${port} is taken: set another one, or leave it unset.`);
    squatter.close();
  });

  test('refuses data of another major version in one sentence', async () => {
    const postgres = await startPostgres({ dataDir, port: await freePort() });
    postgres.stop();
    writeFileSync(path.join(postgres.dataDir, 'PG_VERSION'), '17\n');
    const start = startPostgres({ dataDir, port: await freePort() });
    await expect(start).rejects.toThrow(Refusal);
    await expect(start).rejects.toThrow(/made by PostgreSQL 17 and this project runs PostgreSQL 18/);
  });
});
