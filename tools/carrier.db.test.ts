import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cloneDatabase, type TestDatabase } from '@sampai/api/testing/database';
import { type PostOffice, startPostOffice } from '@sampai/testkit';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import carrier from './carrier.ts';
import { Refusal } from './lib/refusal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sampai-carrier-'));
const carriersFile = path.join(folder, 'carriers.json');
let database: TestDatabase;
let office: PostOffice;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await startPostOffice({ httpPort: 0, smtpPort: 0, smppPort: 0, habits: { receiptSeconds: 0 } });
  configure({});
  vi.stubEnv('DATABASE_URL', database.url);
  vi.stubEnv('CARRIERS_FILE', carriersFile);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await office.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

function configure(more: object) {
  const route = {
    name: 'smartfren',
    kind: 'smpp',
    host: '127.0.0.1',
    port: office.ports.smpp,
    systemId: 's',
    responseSeconds: 0.5,
    reconnectSeconds: 0.3,
  };
  const sender = { name: 'Sampai', address: 'sampai@pajak.example', host: 'localhost' };
  const routes = [{ ...route, lanes: ['sms:smartfren'], ...more }];
  writeFileSync(carriersFile, JSON.stringify({ sender, routes }));
}
/** The command as `npm run carrier` runs it, in this process: what it prints, or the sentence it is refused with. */
async function run(...args: string[]): Promise<{ code: number; output: string }> {
  const said: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(`${line}\n`));
  try {
    return { code: await carrier(args), output: said.join('') };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return { code: 1, output: `${fault.message}\n` };
  } finally {
    log.mockRestore();
  }
}
const certify = (...more: string[]) =>
  run(
    ...['certify', 'smartfren', '--to', '0881 1234 5678', '--out', folder, '--count', '5', '--patience', '1'],
    ...more,
  );
const newestReport = () => {
  const name = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'carriers.json');
  return path.join(folder, name.toSorted().at(-1) ?? '');
};
const waive = (...ids: string[]) => ids.flatMap((id) => ['--waive', `${id}=agreed in writing`]);
const approve = (report: string, ...more: string[]) =>
  run('approve', 'smartfren', '--by', 'Sri Wahyuni', '--report', report, ...more);

test('from the conformance run to a live lane, and back (R35, R37)', async () => {
  office.smsc.habits.validity = 'ignored';
  const failed = await certify('--handset', office.urls.http);
  expect(failed).toMatchObject({ code: 1, output: expect.stringContaining('# Carrier smartfren: fails') });
  expect(await approve(newestReport(), ...waive('tls', 'throughput', 'throttle', 'validity'))).toMatchObject({
    code: 1,
    output: 'The report says that it fails: see what is required in it, and certify again.\n',
  });
  rmSync(newestReport());

  office.smsc.habits.validity = 'kept';
  const { code, output } = await certify('--handset', office.urls.http);
  expect(output).toContain('# Carrier smartfren: is incomplete');
  expect(output).toContain('Not shown: tls, throughput, throttle.');
  expect(code).toBe(2);
  expect(await approve(newestReport(), ...waive('throughput', 'throttle'))).toMatchObject({
    ...{ code: 1, output: expect.stringContaining('The report does not show tls: certify so that it does') },
  });
  expect(await approve(newestReport(), ...waive('tls', 'throughput', 'throttle', 'tsl'))).toMatchObject({
    code: 1,
    output: 'The report misses nothing called tsl: only what it does not show can be waived.\n',
  });
  expect(await approve(newestReport(), ...waive('tls', 'throughput', 'throttle'))).toMatchObject({
    code: 0,
    output: 'smartfren is let in by Sri Wahyuni. Live: sms:smartfren.\n',
  });
  const listed = await run('list');
  expect(listed.output).toMatch(
    /✓ live {6}sms:smartfren\n[\s\S]*smartfren \(sms:smartfren\): let in by Sri[\s\S]*\n {4}without tls: agreed in writing/,
  );

  const changed = path.join(folder, 'changed.json.txt');
  writeFileSync(changed, readFileSync(newestReport(), 'utf8').replace('"tls"', '"tsl"'));
  expect(await approve(changed)).toMatchObject({ code: 1, output: expect.stringContaining('its digest') });
  configure({ window: 7, systemId: 'x' });
  expect(await approve(newestReport())).toMatchObject({
    code: 1,
    output: 'The route smartfren has been changed since the report: certify it again.\n',
  });
  expect((await run('list')).output).toContain(
    '✗ carries nothing: edited since (systemId s -> x, window (usual) -> 7). Certify and approve it again',
  );
  configure({ password: 'rotated', lanes: ['sms:smartfren'] });
  expect((await run('list')).output).not.toContain('carries nothing');

  expect(await run('withdraw', 'smartfren', '--by', 'Made Artha')).toMatchObject({
    code: 0,
    output: 'smartfren is taken back by Made Artha. No longer live: sms:smartfren.\n',
  });
  expect((await run('list')).output).toMatch(
    /– not live {2}sms:smartfren, taken back\n[\s\S]*taken back by Made Artha/,
  );
}, 120_000);

test.each([
  [['certify', 'nobody', '--to', '0881'], 'No route is called nobody: smartfren.'],
  [['certify', 'smartfren'], 'npm run carrier -- certify <route>'],
  [['certify', 'smartfren', '--to', 'a@b.id'], 'is not where a message of smartfren could go'],
  [['certify', 'smartfren', '--to', '088112345678', '--count=-1'], '--count takes a number'],
  [['certify', 'smartfren', '--to', '088112345678', '--count', '2.5'], '--count takes a whole number'],
  [['certify', 'smartfren', '--to', '088112345678', '--most', 'many'], '--most takes a number'],
  [['certify', 'smartfren', '--to', '088112345678', '--rate='], '--rate takes a number'],
  [['certify', 'smartfren', '--to', '088112345678', '--speed', '5'], 'npm run carrier -- certify <route>'],
  [
    ['certify', 'smartfren', '--to', '088112345678', '--out', carriersFile],
    `--out ${carriersFile} is no folder that can be written to`,
  ],
  [
    ['certify', 'smartfren', '--to', '088112345678', '--out', folder, '--handset', 'nonsense'],
    '--handset nonsense does not answer as a phone that can be read',
  ],
  [
    ['certify', 'smartfren', '--to', '088112345678', '--out', folder, '--handset', 'http://127.0.0.1:9'],
    '--handset http://127.0.0.1:9 does not answer as a phone that can be read',
  ],
  [['approve', 'smartfren', '--by', 'S', '--report', folder], `The report ${folder} is a folder`],
  [['approve', 'smartfren', '--by', 'S', '--report', carriersFile], 'The report is not one of ours'],
  [['approve', 'smartfren', '--by', 'S', '--report', 'x', '--waive', 'tls='], '--waive takes <criterion>'],
  [['approve', 'smartfren', '--by', ' ', '--report', 'x'], 'npm run carrier -- approve'],
  [['approve', 'smartfren', '--by', 'S', '--report', '/nowhere.json'], 'There is no report at /nowhere.json'],
  [['dance'], 'Say one of'],
])('%j is refused in a sentence', async (args, sentence) => {
  const { code, output } = await run(...args);
  expect(output).toContain(sentence);
  expect(code).toBe(1);
});

test.each([
  ['/nowhere.json', 'There is no carriers file at /nowhere.json'],
  [folder, `The carriers file ${folder} is a folder`],
])('with CARRIERS_FILE=%s every command is refused in a sentence', async (file, sentence) => {
  vi.stubEnv('CARRIERS_FILE', file);
  for (const args of [
    ['certify', 'smartfren', '--to', '088112345678'],
    ['approve', 'smartfren', '--by', 'S', '--report', 'x'],
    ['withdraw', 'smartfren', '--by', 'S'],
  ])
    expect(await run(...args)).toMatchObject({ code: 1, output: expect.stringContaining(sentence) });
  vi.stubEnv('CARRIERS_FILE', carriersFile);
});

test('a key for signing that cannot be read is said in a sentence, before anything is sent', async () => {
  const dkim = { domain: 'pajak.example', selector: 's1', privateKeyFile: '/nowhere.pem' };
  const route = { name: 'relay', kind: 'smtp', host: '127.0.0.1', port: office.ports.smtp };
  const sender = { name: 'Sampai', address: 'sampai@pajak.example', host: 'localhost' };
  const routes = [{ ...route, lanes: ['mail:*'], dkim }];
  writeFileSync(carriersFile, JSON.stringify({ sender, routes }));
  expect(await run('certify', 'relay', '--to', 'kita@pajak.example', '--out', folder)).toEqual({
    code: 1,
    output: 'The DKIM key /nowhere.pem of the route relay cannot be read (ENOENT).\n',
  });
  configure({});
});
