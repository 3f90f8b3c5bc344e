/** `npm run mail -- check`: what a receiving provider finds out about our sending domain, before it finds out. */
import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { isServer } from '@sampai/api/config/env';
import { type Criterion, checkMail } from '@sampai/carriers/self-check';
import { readCarriers } from './lib/carriers-file.ts';
import { Refusal } from './lib/refusal.ts';

const HOW = 'Say `npm run mail -- check [--dns host:port] [--ip <the address mail goes out from>]`.';
const MARKS = { pass: '✓', fail: '✗', unknown: '?' };

/** 0: everything passes. 1: something fails. 2: something could not be found out, and nothing fails. */
export default async function mail(args: string[]): Promise<number> {
  const { dns, ip } = readOptions(args);
  const criteria = await check(dns, ip);
  for (const { name, verdict, why } of criteria) console.log(`${MARKS[verdict]} ${name.padEnd(9)} ${why}`);
  const some = (verdict: Criterion['verdict']) => criteria.some((one) => one.verdict === verdict);
  // Of the others something can be said without asking anybody.
  const asked = criteria.filter(({ name }) => ['SPF', 'DMARC', 'PTR'].includes(name));
  if (asked.every(({ verdict }) => verdict === 'unknown')) {
    console.error(`Nothing could be found out: ${dns ?? 'the DNS of this machine'} gives no answer.`);
    return 2;
  }
  return some('fail') ? 1 : some('unknown') ? 2 : 0;
}

async function check(server: string | undefined, ip: string | undefined): Promise<Criterion[]> {
  const file = process.env.CARRIERS_FILE;
  if (!file)
    throw new Refusal('Set CARRIERS_FILE to the carriers file whose sending domain is to be checked.');
  return checkMail(readCarriers(file), { ...(server && { server }), ...(ip && { ip }) });
}

function readOptions(args: string[]): { dns?: string | undefined; ip?: string | undefined } {
  try {
    const options = { dns: { type: 'string' }, ip: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.join(' ') !== 'check') throw new Refusal(HOW);
    const { dns, ip } = values;
    // The DNS library takes any number for a port.
    if (dns !== undefined && !isServer(dns)) throw new Refusal(`--dns ${dns} is no address. ${HOW}`);
    if (ip !== undefined && (isIP(ip) === 0 || ip.includes('%')))
      throw new Refusal(`--ip ${ip} is no address. ${HOW}`);
    return { dns, ip: ip?.replace(/^::ffff:(?=[\d.]+$)/i, '') };
  } catch (fault) {
    throw fault instanceof Refusal ? fault : new Refusal(HOW);
  }
}
