import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { cloneDatabase, type TestDatabase } from '#testing/database';
import { operateStatus } from './operate-status.ts';

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'sampai-status-'));
beforeAll(async () => {
  database = await cloneDatabase();
});
beforeEach(() => {
  vi.stubEnv('DATABASE_URL', database.url);
  vi.stubEnv('KEYS_FILE', join(folder, 'keys.json'));
  vi.stubEnv('CARRIERS_FILE', join(folder, 'carriers.json'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** The command as an operator runs it: its exit code, what it prints, and what it complains of. */
async function run(...args: string[]) {
  const [printed, complained]: string[][] = [[], []];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void printed?.push(line));
  const error = vi.spyOn(process.stderr, 'write').mockImplementation((line) => {
    complained?.push(String(line));
    return true;
  });
  const code = await operateStatus(args);
  log.mockRestore();
  error.mockRestore();
  return { code, printed: printed?.join('\n'), complained: complained?.join('') };
}

it('prints what it did', async () => {
  expect(await run('list')).toEqual({
    code: 0,
    printed: 'No incident within 30 days.\n\nNo maintenance is planned.',
    complained: '',
  });
});

it('says in one sentence what it did not understand', async () => {
  expect(await run('shut')).toMatchObject({
    ...{ code: 1, printed: '' },
    complained: expect.stringMatching(/^status: There is no command 'shut'.*\n$/),
  });
});

it('says in one sentence that the database is not one of Sampai, or does not answer', async () => {
  await database.query('ALTER TABLE incident RENAME TO elsewhere');
  expect(await run('list')).toEqual({
    code: 1,
    printed: '',
    complained: 'status: the database does not hold the tables of this version: run the migrations first.\n',
  });
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/nothing');
  expect(await run('list')).toEqual({
    code: 1,
    printed: '',
    complained: 'status: the database does not answer.\n',
  });
});
