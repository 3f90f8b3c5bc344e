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

it('prints how lanes do, over which routes, and what was decided about them', async () => {
  expect(await run('lanes')).toMatchObject({
    code: 0,
    printed: 'No lane was used yet.\n\nNothing was decided within 24 h.',
  });
  await database.query(`
    INSERT INTO lane_health (lane, state, reason) VALUES ('sms:xl', 'CLOSED', 'no-acceptance');
    INSERT INTO lane_pace (lane, rate, allowance, threshold) VALUES ('sms:xl', 12.345, 1, 1);
    INSERT INTO lane_minute (lane, route, minute, deferred, failing) VALUES ('sms:xl', 'xl-smpp', date_trunc('minute', app_now()), 9, 5);
    INSERT INTO route_health (lane, route, state, reason, rests_until) VALUES
      ('sms:xl', 'spare', 'CLOSED', 'provider-refusal', app_now() + interval '20 minutes'), ('sms:xl', 'unused', 'GREEN', 'well', NULL),
      ('*', 'spare', 'RED', 'recovering', NULL);
    INSERT INTO lane_decision (lane, route, at, kind, was, becomes, reason) VALUES
      ('sms:xl', NULL, app_now() - interval '3 hours', 'PACE', '250/s', '12.35/s', 'throttled'),
      ('sms:xl', NULL, app_now(), 'HEALTH', 'GREEN', 'CLOSED', 'no-acceptance'),
      ('sms:xl', 'spare', app_now(), 'ROUTE', 'AMBER', 'CLOSED', '421 4.7.28');
    INSERT INTO message (kind, priority, content_ref, channel, lane, address, address_index, masked_address, expires_at)
      VALUES ('CODE', 0, 'c', 'SMS', 'sms:xl', '', '', '', app_now() + interval '1 hour')`);
  const when = String.raw`\w{3}, \d\d/\d\d/\d{4} \d\d\.\d\d WIB`;
  const { printed } = await run('lanes', '--hours', '2');
  expect(printed).toMatch(
    new RegExp(
      `^sms:xl  CLOSED  no-acceptance, since ${when}; at most 12.35/s; 1 waiting, the oldest for \\d s
    over spare  CLOSED  provider-refusal, since ${when}; rests until ${when}; within 15 min 0 accepted, 0 failed, 0 throttled, 0 stopped, 0 refused, 0 late
    over xl-smpp  UNKNOWN  no-traffic; within 15 min 0 accepted, 9 failed, 0 throttled, 0 stopped, 0 refused, 0 late
every lane
    over spare  RED  recovering, since ${when}

${when}  sms:xl  route spare AMBER -> CLOSED: 421 4.7.28
${when}  sms:xl  health GREEN -> CLOSED: no-acceptance$`,
    ),
  );
  expect((await run('lanes')).printed).toContain('sms:xl  pace 250/s -> 12.35/s: throttled');
  expect((await run('lanes', '--hours', 'many')).complained).toBe(
    'status: --hours is a whole number from 1 to 744.\n',
  );
});

it('says of a route that workers do not have any more that it is no longer configured', async () => {
  await database.query(
    `INSERT INTO configured_route (route, at) VALUES ('xl-smpp', clock_timestamp() - interval '1 hour'),
       ('spare', clock_timestamp() - interval '1 hour 3 minutes')`,
  );
  const routes = (await run('lanes')).printed?.split('\n').filter((line) => line.startsWith('    over'));
  expect(routes?.map((line) => [line.split(' ')[5], line.includes('; no longer configured')])).toEqual([
    ['spare', true],
    ['xl-smpp', false],
    ['spare', true],
  ]);
});

it.each([
  [['shut'], "There is no command 'shut'"],
  [['list', '--loud'], "list: Unknown option '--loud'"],
  [['list', 'everything'], 'That is not all of it, or too much: npm run status -- list'],
  [['lanes', '--hours', '-5'], 'Say `npm run status -- lanes [--hours 24]`.'],
  [['lanes', '--hours', '0'], '--hours is a whole number from 1 to 744.'],
  [['lanes', '--hours', '1e9'], '--hours is a whole number from 1 to 744.'],
  [['lanes', 'sms:xl'], 'Say `npm run status -- lanes [--hours 24]`.'],
  [['close', 'nothing', '--id', 'a', '--en', 'b', '--by', 'S'], "no incident whose id ends with 'nothing'"],
  [['estimate', '0000', 'tomorrow', '--by', 'S'], "There is no incident whose id ends with '0000'"],
  [['maintenance', 'cancel', "'; DROP TABLE incident", '--by', 'S'], 'There is no window whose id ends with'],
  [['constructor'], "There is no command 'constructor'"],
])('answers %j in one sentence, with exit code 1', async (args, sentence) => {
  const { code, printed, complained = '' } = await run(...args);
  expect({ code, printed }).toEqual({ code: 1, printed: '' });
  expect(complained).toMatch(/^status: [^\n]+\n$/);
  expect(complained).toContain(sentence);
});

it('says in one sentence that the database is not one of Sampai, or does not answer', async () => {
  await database.query('ALTER TABLE incident RENAME TO elsewhere');
  expect(await run('list')).toEqual({
    code: 1,
    printed: '',
    complained:
      'status: the database does not hold the tables of this version: npm start brings them up to date (npm run prisma -- migrate deploy, where it does not serve).\n',
  });
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/nothing');
  expect(await run('list')).toEqual({
    code: 1,
    printed: '',
    complained: 'status: the database does not answer.\n',
  });
});
