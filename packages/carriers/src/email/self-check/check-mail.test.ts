import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DnsServer, startDns, type Zone } from '@sampai/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { readCarriersFile } from '../../index.ts';
import { checkMail } from './check-mail.ts';

const IP = '192.0.2.10';
const KEY_AT = 's1._domainkey.pajak.example';

let folder: string;
let ours: { publicKey: KeyObject; privateKey: KeyObject };
let dns: DnsServer;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'self-check-'));
  ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(join(folder, 'key.pem'), ours.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(join(folder, 'no-key.pem'), 'nothing');
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  dns = await startDns(goodZone());
});
afterEach(() => dns.close());

const published = (key: KeyObject) => key.export({ type: 'spki', format: 'der' }).toString('base64');
const goodZone = (): Zone => ({
  'bounce.pajak.example': { TXT: [`v=spf1 ip4:${IP} -all`], MX: ['mx.pajak.example'] },
  [KEY_AT]: { TXT: [`v=DKIM1; k=rsa; p=${published(ours.publicKey)}`] },
  '_dmarc.pajak.example': { TXT: ['v=DMARC1; p=reject; adkim=s; aspf=r'] },
  '10.2.0.192.in-addr.arpa': { PTR: ['relay.pajak.example'] },
  'relay.pajak.example': { A: [IP] },
});

type Wish = {
  from?: string;
  bounceDomain?: string;
  server?: string;
  ip?: string;
  timeoutMs?: number;
  dkim?: object | undefined;
};
async function verdicts({
  from = 's@pajak.example',
  bounceDomain = 'bounce.pajak.example',
  server = dns.address,
  ip = IP,
  timeoutMs = 2_000,
  ...route
}: Wish = {}) {
  const dkim = {
    dkim: { domain: 'pajak.example', selector: 's1', privateKeyFile: join(folder, 'key.pem') },
    ...route,
  };
  const relay = { name: 'relay', kind: 'smtp', host: 'h', port: 25, lanes: ['mail:*'], ...dkim };
  const sender = { name: 'S', address: from, host: 'pajak.example' };
  const file = { sender: { ...sender, bounceDomain }, routes: [relay] };
  const found = await checkMail(readCarriersFile(JSON.stringify(file), 'test'), { server, ip, timeoutMs });
  return new Map(found.map(({ name, verdict, why }) => [name, `${verdict}: ${why}`]));
}

test('a domain that is in order passes each criterion', async () => {
  const all = await verdicts();
  expect([...all.keys()]).toEqual(['SPF', 'DKIM', 'DMARC', 'alignment', 'bounces', 'PTR']);
  for (const [name, said] of all) expect(said, name).toMatch(/^pass: /);
});

const spf = (...TXT: string[]) => ({ 'bounce.pajak.example': { TXT, MX: ['mx.pajak.example'] } });
const dmarc = (...TXT: string[]) => ({ '_dmarc.pajak.example': { TXT } });
const key = (...TXT: string[]) => ({ [KEY_AT]: { TXT } });
test.each<[string, string, Zone | (() => Zone), RegExp]>([
  ['SPF', 'there is none', spf('google-site-verification=x'), /has no SPF record/],
  ['SPF', 'there are two', spf('v=spf1 -all', 'v=spf1 +all'), /2 records/],
  ['SPF', 'anybody may send', spf('v=spf1 +all'), /everybody/],
  ['SPF', 'our address is left out', spf('v=spf1 ip4:198.51.100.1 -all'), /does not let 192\.0\.2\.10 send/],
  ['SPF', 'it cannot be read', spf('v=spf1 ip4:999.1.1.1 -all'), /permerror/],
  ['DKIM', 'the key is not published', key(), /has no DKIM record/],
  ['DKIM', 'another key is published', key('v=DKIM1; k=rsa; p=MIIB'), /is not the one we sign with/],
  ['DKIM', 'the key is withdrawn', key('v=DKIM1; k=rsa; p='), /withdrawn/],
  ['DKIM', 'the record is for another kind of key', key(`v=DKIM1; k=ed25519; p=MIIB`), /another kind/],
  ['DKIM', 'SHA-256 is not taken', () => key(`v=DKIM1; h=sha1; p=${published(ours.publicKey)}`), /SHA-256/],
  [
    'DKIM',
    'it is not for mail',
    () => key(`v=DKIM1; s=other; p=${published(ours.publicKey)}`),
    /not for mail/,
  ],
  [
    'bounces',
    'the domain takes no mail',
    { 'bounce.pajak.example': { TXT: [`v=spf1 ip4:${IP} -all`], MX: [''] } },
    /null MX/,
  ],
  ['DMARC', 'there is none', dmarc(), /has no DMARC record/],
  ['DMARC', 'it says nothing', dmarc('v=DMARC1; rua=mailto:x@pajak.example'), /no policy/],
  ['bounces', 'nobody takes them', { 'bounce.pajak.example': { TXT: ['v=spf1 -all'] } }, /what comes back/],
  ['PTR', 'the address has no name', { '10.2.0.192.in-addr.arpa': {} }, /has no name/],
  ['PTR', 'the name leads elsewhere', { 'relay.pajak.example': { A: ['192.0.2.99'] } }, /does not lead back/],
])('%s fails where %s', async (name, _, changed, why) => {
  Object.assign(dns.zone, typeof changed === 'function' ? changed() : changed);
  const said = (await verdicts()).get(name);
  expect(said).toMatch(/^fail: /);
  expect(said).toMatch(why);
});

test('a signature that does not stand for From leaves it to the return path, or to nobody', async () => {
  const below = { domain: 'mail.pajak.example', selector: 's1', privateKeyFile: join(folder, 'key.pem') };
  expect((await verdicts({ dkim: below })).get('alignment')).toMatch(/^pass: the return path/);
  Object.assign(dns.zone, dmarc('v=DMARC1; p=none; adkim=s; aspf=s'));
  expect((await verdicts({ dkim: below })).get('alignment')).toMatch(/^fail: neither/);
});

test('relaxed alignment takes what belongs to the same organisation, and not what many register under', async () => {
  Object.assign(dns.zone, dmarc('v=DMARC1; p=reject; adkim=r; aspf=s'));
  const signedFor = (domain: string) => ({ domain, selector: 's1', privateKeyFile: join(folder, 'key.pem') });
  const from = (address: string, domain: string) => verdicts({ dkim: signedFor(domain), from: address });
  expect((await from('s@notice.pajak.example', 'mail.pajak.example')).get('alignment')).toMatch(/^pass: /);
  await expect(from('s@pajak.go.id', 'go.id')).rejects.toThrow('go.id is another domain');
  // The return path is taken as it is given.
  Object.assign(dns.zone, { '_dmarc.pajak.go.id': { TXT: ['v=DMARC1; p=reject; adkim=s; aspf=r'] } });
  const ofRegistry = await verdicts({ from: 's@pajak.go.id', dkim: undefined, bounceDomain: 'go.id' });
  expect(ofRegistry.get('alignment')).toMatch(/^fail: /);
});

test('an address of version 6 is looked up as well', async () => {
  const ip = '2001:db8::10';
  const name = '0.1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa';
  Object.assign(dns.zone, { [name]: { PTR: ['six.pajak.example'] }, 'six.pajak.example': { AAAA: [ip] } });
  expect((await verdicts({ ip })).get('PTR')).toMatch(/^pass: /);
});

test('a route that signs nothing, or whose key cannot be used, fails by name', async () => {
  const broken = (file: string) => ({
    dkim: { domain: 'pajak.example', selector: 's1', privateKeyFile: join(folder, file) },
  });
  expect((await verdicts({ dkim: undefined })).get('DKIM')).toMatch(/^fail: the route relay signs nothing/);
  expect((await verdicts(broken('no-key.pem'))).get('DKIM')).toMatch(/^fail: .* holds no private key/);
  expect((await verdicts(broken('nowhere.pem'))).get('DKIM')).toMatch(/^fail: .* cannot be read/);
});

test('the policy of a domain above counts where the own one is not said', async () => {
  delete dns.zone['_dmarc.pajak.example'];
  const sender = { name: 'S', address: 's@surat.pajak.example', host: 'x.id' };
  dns.zone['_dmarc.pajak.example'] = { TXT: ['v=DMARC1; p=quarantine'] };
  const routes = [{ name: 'relay', kind: 'smtp', host: 'h', port: 25, lanes: ['mail:*'] }];
  const file = JSON.stringify({ sender, routes });
  const found = await checkMail(readCarriersFile(file, 'test'), { server: dns.address });
  expect(found.find(({ name }) => name === 'DMARC')?.why).toBe('_dmarc.pajak.example says quarantine');
});

test('a DNS that does not answer is no failure of the domain: unknown', async () => {
  const mute = createSocket('udp4').bind(0, '127.0.0.1');
  await once(mute, 'listening');
  const all = await verdicts({ server: `127.0.0.1:${mute.address().port}`, timeoutMs: 100 });
  mute.close();
  for (const [name, said] of all) expect(said, name).toMatch(/^unknown: the DNS gives no answer/);
}, 20_000);
