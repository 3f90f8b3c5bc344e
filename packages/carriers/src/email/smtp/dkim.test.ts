import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PostOffice } from '@sampai/testkit';
import { authenticate } from 'mailauth';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Carrier, openCarrier } from '../../index.ts';
import { BUDI, freePorts, messageTo, openOffice, type Ports, routeTo, SENDER } from '../../testing/lab.ts';

const RELAY_IP = '192.0.2.10';

let ports: Ports;
let office: PostOffice;
let folder: string;
let publicKey: string;
let carrier: Carrier;
beforeEach(async () => {
  ports = await freePorts();
  office = await openOffice(ports);
  folder = await mkdtemp(join(tmpdir(), 'dkim-'));
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const privateKeyFile = join(folder, 'key.pem');
  await writeFile(privateKeyFile, pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const dkim = { domain: 'pajak.example', selector: 's1', privateKeyFile };
  carrier = await openCarrier(routeTo(ports, 'EMAIL', { dkim }), {
    ...SENDER,
    bounceDomain: 'bounce.pajak.example',
  });
});
afterEach(async () => {
  await carrier.close();
  await office.close();
  await rm(folder, { recursive: true });
});

/** What a receiving provider finds out about a mail as it came, asking this DNS. */
async function judge(raw: Buffer, returnPath: string) {
  const zone: Record<string, string> = {
    's1._domainkey.pajak.example': `v=DKIM1; k=rsa; p=${publicKey}`,
    '_dmarc.pajak.example': 'v=DMARC1; p=reject; adkim=s; aspf=r',
    'bounce.pajak.example': `v=spf1 ip4:${RELAY_IP} -all`,
  };
  return authenticate(raw, {
    ip: RELAY_IP,
    helo: 'relay.pajak.example',
    sender: returnPath,
    resolver: async (name, type) => {
      const record = type === 'TXT' && zone[name];
      if (!record) throw Object.assign(new Error(name), { code: 'ENOTFOUND' });
      return [[record]];
    },
  });
}

test('a mail that went through a relay passes DKIM, SPF and DMARC, aligned with From', async () => {
  await carrier.send(messageTo(BUDI.EMAIL, { id: 'm-7' }));
  const [message] = office.messages(BUDI.EMAIL);
  const { raw = Buffer.alloc(0), returnPath = '' } = office.inbox.parts(message?.id ?? '') ?? {};
  expect(returnPath).toBe('bounce+m-7@bounce.pajak.example');
  const { dkim, spf, dmarc } = await judge(raw, returnPath);
  expect(dkim.results).toMatchObject([
    { signingDomain: 'pajak.example', status: { result: 'pass', aligned: 'pajak.example' } },
  ]);
  expect(spf).toMatchObject({ status: { result: 'pass' } });
  expect(dmarc).toMatchObject({
    status: { result: 'pass', header: { from: 'pajak.example' } },
    alignment: { dkim: { result: 'pajak.example', strict: true }, spf: { result: 'bounce.pajak.example' } },
  });
});

test('one letter changed on the way, and it passes no more', async () => {
  await carrier.send(messageTo(BUDI.EMAIL));
  const [message] = office.messages(BUDI.EMAIL);
  const { raw = Buffer.alloc(0) } = office.inbox.parts(message?.id ?? '') ?? {};
  const changed = Buffer.from(raw.toString('latin1').replaceAll('482913', '482914'), 'latin1');
  const { dkim, dmarc } = await judge(changed, 'eve@evil.example');
  expect(dkim.results[0]?.status.result).toMatch(/fail|neutral/);
  expect(dmarc).toMatchObject({ status: { result: 'fail' } });
});
