/** `npm run mail -- check`: what a receiving provider finds out about our sending domain, before it finds out. */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { CarriersFileError, readCarriersFile } from '@sampai/carriers';
import { type Criterion, checkMail } from '@sampai/carriers/self-check';
import { Refusal } from './lib/refusal.ts';

const HOW = 'Say `npm run mail -- check [--dns host:port] [--ip <the address mail goes out from>]`.';
const MARKS = { pass: '✓', fail: '✗', unknown: '?' };

/** 0: everything passes. 1: something fails. 2: something could not be found out, and nothing fails. */
export default async function mail(args: string[]): Promise<number> {
  const { dns, ip } = readOptions(args);
  const criteria = await check(dns, ip);
  for (const { name, verdict, why } of criteria) console.log(`${MARKS[verdict]} ${name.padEnd(9)} ${why}`);
  const some = (verdict: Criterion['verdict']) => criteria.some((one) => one.verdict === verdict);
  if (criteria.filter(({ name }) => name !== 'DKIM').every(({ verdict }) => verdict === 'unknown')) {
    console.error(`Nothing could be found out: ${dns ?? 'the DNS of this machine'} does not answer.`);
    return 2;
  }
  return some('fail') ? 1 : some('unknown') ? 2 : 0;
}

async function check(server: string | undefined, ip: string | undefined): Promise<Criterion[]> {
  const file = process.env.CARRIERS_FILE;
  if (!file)
    throw new Refusal('Set CARRIERS_FILE to the carriers file whose sending domain is to be checked.');
  try {
    const config = readCarriersFile(readFileSync(file, 'utf8'), file, process.env);
    return await checkMail(config, { ...(server && { server }), ...(ip && { ip }) });
  } catch (fault) {
    if (fault instanceof CarriersFileError) throw new Refusal(fault.message);
    const { code } = fault as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Refusal(`CARRIERS_FILE ${file} does not exist.`);
    if (code === 'EISDIR') throw new Refusal(`CARRIERS_FILE ${file} is a folder.`);
    if (
      code === 'ERR_INVALID_IP_ADDRESS' ||
      code === 'ERR_SOCKET_BAD_PORT' ||
      code === 'ERR_INVALID_ARG_VALUE'
    )
      throw new Refusal(`--dns ${server} is no address. ${HOW}`);
    throw fault;
  }
}

function readOptions(args: string[]): { dns?: string | undefined; ip?: string | undefined } {
  try {
    const options = { dns: { type: 'string' }, ip: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (positionals.join(' ') !== 'check') throw new Refusal(HOW);
    if (values.ip !== undefined && isIP(values.ip) === 0)
      throw new Refusal(`--ip ${values.ip} is no address. ${HOW}`);
    return values;
  } catch (fault) {
    throw fault instanceof Refusal ? fault : new Refusal(HOW);
  }
}
