import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DnsServer, startDns } from '@sampai/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { capture } from './lib/exec.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sampai-mail-'));
const file = path.join(folder, 'carriers.json');
const loop = path.join(folder, 'loop.json');
const garbage = path.join(folder, 'garbage.json');
let dns: DnsServer;
beforeAll(async () => {
  dns = await startDns({
    'pajak.example': { TXT: ['v=spf1 ip4:192.0.2.10 -all'], MX: ['mx.pajak.example'] },
    '_dmarc.pajak.example': { TXT: ['v=DMARC1; p=none'] },
  });
  const sms = { name: 'tri', kind: 'smpp', host: 'h', port: 1, systemId: 's', lanes: ['sms:tri'] };
  const sender = { name: 'S', address: 's@pajak.example', host: 'pajak.example' };
  symlinkSync(loop, loop);
  writeFileSync(garbage, Buffer.from([0, 1, 255, 254, 10]));
  writeFileSync(file, JSON.stringify({ sender, routes: [sms] }));
});
afterAll(async () => {
  await dns.close();
  rmSync(folder, { recursive: true });
});

const run = (args: string[], env: NodeJS.ProcessEnv = { CARRIERS_FILE: file }) =>
  capture(process.execPath, ['tools/run.ts', 'mail', ...args], { env });

test('a line per criterion, and the exit code says whether all is well', async () => {
  const { code, output } = await run(['check', '--dns', dns.address]);
  expect(output).toMatch(/✓ SPF .*\n✓ DMARC .*_dmarc\.pajak\.example says none\n✓ bounces /);
  expect(code).toBe(0);
  dns.zone['pajak.example'] = { MX: ['mx.pajak.example'] };
  const worse = await run(['check', '--dns', dns.address]);
  expect(worse).toMatchObject({ code: 1, output: expect.stringContaining('✗ SPF') });
}, 30_000);

test('what cannot be found out is said in a sentence, and is neither well nor bad', async () => {
  const { code, output } = await run(['check', '--dns', '127.0.0.1:9']);
  expect(output).toContain('Nothing could be found out: 127.0.0.1:9 gives no answer.');
  expect(code).toBe(2);
}, 30_000);

test.each([
  [['check'], {}, 'Set CARRIERS_FILE'],
  [['check'], { CARRIERS_FILE: '/nowhere.yaml' }, '/nowhere.yaml does not exist'],
  [['check'], { CARRIERS_FILE: `${file}/below` }, '/below does not exist'],
  [['check'], { CARRIERS_FILE: folder }, `${folder} is a folder`],
  [['check'], { CARRIERS_FILE: loop }, `${loop} cannot be read (ELOOP)`],
  [['check'], { CARRIERS_FILE: garbage }, `${garbage}:1: `],
  [[], { CARRIERS_FILE: file }, 'npm run mail -- check'],
  [['check', 'it'], { CARRIERS_FILE: file }, 'npm run mail -- check'],
  [['check', '--dsn', '127.0.0.1'], { CARRIERS_FILE: file }, 'npm run mail -- check'],
  [['check', '--dns'], { CARRIERS_FILE: file }, 'npm run mail -- check'],
  [['check', '--dns='], { CARRIERS_FILE: file }, '--dns  is no address'],
  [['check', '--dns', '127.0.0.1:99999'], { CARRIERS_FILE: file }, '--dns 127.0.0.1:99999 is no address'],
  [['check', '--dns', '127.0.0.1:dns'], { CARRIERS_FILE: file }, '--dns 127.0.0.1:dns is no address'],
  [['chekc'], { CARRIERS_FILE: file }, 'npm run mail -- check'],
  [['check', '--dns', 'nonsense'], { CARRIERS_FILE: file }, '--dns nonsense is no address'],
  [['check', '--ip', '1.2'], { CARRIERS_FILE: file }, '--ip 1.2 is no address'],
  [['check', '--ip', 'fe80::1%eth0'], { CARRIERS_FILE: file }, '--ip fe80::1%eth0 is no address'],
])(
  '%j with %j is refused in one sentence',
  async (args, env, sentence) => {
    const { code, output } = await run(args, { CARRIERS_FILE: '', ...env });
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toContain(sentence);
    expect(code).toBe(1);
  },
  30_000,
);
