import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from './settings.ts';

// Smartfren is not live yet: its numbers get another channel, and are told why.
const LIVE_CARRIERS = ['telkomsel', 'indosat', 'xl', 'axis', 'tri'];

/**
 * Writes CARRIERS_FILE: the post office as five carriers and one mail relay; the API takes it for the real thing.
 * Returns the file's path.
 */
export function writeCarriersFile({ dataDir, host, ports, origins }: Settings): string {
  const at = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const sms = LIVE_CARRIERS.map((name) => ({
    name,
    kind: 'smpp',
    host: at,
    port: ports.SMPP_PORT,
    systemId: name,
    password: 'sampai', // the post office takes any
    lanes: [`sms:${name}`],
    originLine: true,
    bundled: true,
  }));
  const mail = {
    name: 'relay',
    kind: 'smtp',
    host: at,
    port: ports.SMTP_PORT,
    lanes: ['mail:*'],
    bundled: true,
  };
  const sender = {
    name: 'Sampai',
    address: 'sampai@pajak.example',
    host: new URL(origins.portal).hostname,
    bounceDomain: 'bounce.pajak.example', // the post office brings what comes back to BOUNCE_PORT
  };
  const file = path.join(dataDir, 'carriers.json');
  writeFileSync(file, `${JSON.stringify({ sender, routes: [...sms, mail] }, null, 2)}\n`);
  return file;
}
