import { createPrivateKey, createPublicKey } from 'node:crypto';
import { spf } from 'mailauth';
import type { Found, LookUp } from './look-up.ts';

/** `unknown`: the DNS could not say. */
export type Criterion = { name: string; verdict: 'pass' | 'fail' | 'unknown'; why: string };

const LEAST_RSA_BITS = 1024;
/** An address that nobody has (RFC 5737): asked about to see whether a record can be read. */
const ANYBODY = '192.0.2.1';

/** A record of the kind `begins` names: exactly one, since receivers take several for none. */
async function theOne(look: LookUp, at: string, begins: RegExp, kind: string): Promise<string | Criterion> {
  const found = await look.txt(at);
  const records = found.kind === 'found' ? found.records.filter((text) => begins.test(text)) : [];
  const [record] = records;
  if (record !== undefined && records.length === 1) return record;
  if (records.length > 1)
    return fail(kind, `${at} has ${records.length} records; receivers take that for none`);
  return absent(kind, found, `${at} has no ${kind} record`);
}

/** Who may send in the name of the return path's domain, and whether this address may. */
export async function checkSpf(look: LookUp, domain: string, ip?: string): Promise<Criterion> {
  const record = await theOne(look, domain, /^v=spf1(\s|$)/i, 'SPF');
  if (typeof record !== 'string') return record;
  if (/(^|\s)\+?all\b/i.test(record)) return fail('SPF', `${domain} lets everybody send in its name (+all)`);
  const { status } = await spf({
    ...{ ip: ip ?? ANYBODY, sender: `bounce@${domain}`, helo: domain, resolver: look.raw },
  });
  if (status.result === 'permerror')
    return fail('SPF', `receivers do not understand what ${domain} says (permerror)`);
  if (ip === undefined)
    return pass('SPF', `${domain} says who may send; give --ip to have an address checked against it`);
  if (status.result === 'pass') return pass('SPF', `${domain} lets ${ip} send`);
  if (status.result === 'temperror')
    return unknown('SPF', `the DNS gave no answer to some of what ${domain} refers to`);
  return fail('SPF', `${domain} does not let ${ip} send (${status.result})`);
}

/** Whether the published key is the one we sign with. */
export async function checkDkim(
  look: LookUp,
  { domain, selector, privateKey }: { domain: string; selector: string; privateKey: string },
): Promise<Criterion> {
  const at = `${selector}._domainkey.${domain}`;
  const record = await theOne(look, at, /(^|;)\s*(v=DKIM1|p=)/i, 'DKIM');
  if (typeof record !== 'string') return record;
  const published = tagOf(record, 'p')?.replace(/\s/g, '');
  if (!published) return fail('DKIM', `the key at ${at} is withdrawn (its p= is empty)`);
  const key = createPublicKey(createPrivateKey(privateKey));
  const kind = tagOf(record, 'k')?.toLowerCase() || 'rsa';
  if (kind !== key.asymmetricKeyType)
    return fail('DKIM', `the record at ${at} is for a key of another kind (k=${kind})`);
  const lists = (tag: string, wanted: string[]) => {
    const listed = tagOf(record, tag)
      ?.toLowerCase()
      .split(':')
      .map((one) => one.trim());
    return listed === undefined || listed.some((one) => wanted.includes(one));
  };
  if (!lists('h', ['sha256'])) return fail('DKIM', `the record at ${at} does not take SHA-256 (h=)`);
  if (!lists('s', ['*', 'email'])) return fail('DKIM', `the record at ${at} is not for mail (s=)`);
  const bits = key.asymmetricKeyDetails?.modulusLength;
  if (bits !== undefined && bits < LEAST_RSA_BITS)
    return fail('DKIM', `a key of ${bits} bits counts for nothing`);
  const ours = key.export({ type: 'spki', format: 'der' });
  // Ed25519 is published without the frame (RFC 8463, 4).
  const forms = [ours, ours.subarray(-32)].map((bytes) => bytes.toString('base64'));
  if (!forms.includes(published)) return fail('DKIM', `the key at ${at} is not the one we sign with`);
  return pass('DKIM', `the key at ${at} is the one we sign with`);
}

export type DmarcPolicy = { adkim: 's' | 'r'; aspf: 's' | 'r' };

/** What the domain of From, or one above it, wants done with mail that proves nothing. */
export async function checkDmarc(
  look: LookUp,
  domain: string,
): Promise<Criterion & { policy?: DmarcPolicy }> {
  const labels = domain.split('.');
  let last: Criterion = fail('DMARC', `_dmarc.${domain} has no DMARC record`);
  for (let i = 0; i <= labels.length - 2; i += 1) {
    const at = `_dmarc.${labels.slice(i).join('.')}`;
    const record = await theOne(look, at, /^v=DMARC1\b/i, 'DMARC');
    if (typeof record === 'string') {
      const wish = tagOf(record, 'p')?.toLowerCase() ?? '';
      if (!['none', 'quarantine', 'reject'].includes(wish)) return fail('DMARC', `${at} has no policy (p=)`);
      const mode = (tag: string) => (tagOf(record, tag)?.toLowerCase() === 's' ? 's' : 'r');
      return { ...pass('DMARC', `${at} says ${wish}`), policy: { adkim: mode('adkim'), aspf: mode('aspf') } };
    }
    if (i === 0 || record.verdict === 'unknown') last = record;
    if (record.verdict === 'unknown') break;
  }
  return last;
}

/** Whether the address has a name, and that name the address (asked of senders by Gmail and others). */
export async function checkPtr(look: LookUp, ip: string): Promise<Criterion> {
  const names = await look.names(ip);
  if (names.kind !== 'found') return absent('PTR', names, `${ip} has no name`);
  for (const name of names.records) {
    const back = await look.addresses(name);
    if (back.kind === 'silent') return absent('PTR', back, '');
    if (back.kind === 'found' && back.records.includes(ip)) return pass('PTR', `${ip} is ${name}, and back`);
  }
  return fail('PTR', `${ip} calls itself ${names.records.join(', ')}, which does not lead back to it`);
}

/** Whether mail that comes back finds its way. */
export async function checkBounces(look: LookUp, domain: string): Promise<Criterion> {
  const mx = await look.mx(domain);
  if (mx.kind === 'found' && mx.records.every((host) => host === '' || host === '.'))
    return fail('bounces', `${domain} says that it takes no mail (null MX): what comes back is lost`);
  const there = 'a worker there takes it in (BOUNCE_PORT)';
  if (mx.kind === 'found')
    return pass('bounces', `mail to ${domain} goes to ${mx.records.join(', ')}: see that ${there}`);
  const direct = mx.kind === 'none' ? await look.addresses(domain) : mx;
  if (direct.kind === 'found')
    return pass('bounces', `mail to ${domain} goes to that host itself: see that ${there}`);
  return absent('bounces', direct, `${domain} takes no mail: what comes back is lost`);
}

export const pass = (name: string, why: string): Criterion => ({ name, verdict: 'pass', why });
export const fail = (name: string, why: string): Criterion => ({ name, verdict: 'fail', why });
const unknown = (name: string, why: string): Criterion => ({ name, verdict: 'unknown', why });
const absent = (name: string, found: Found<string>, why: string): Criterion =>
  found.kind === 'silent' ? unknown(name, `the DNS gives no answer (${found.code})`) : fail(name, why);

const tagOf = (record: string, tag: string): string | undefined =>
  new RegExp(`(?:^|;)\\s*${tag}\\s*=\\s*([^;]*)`, 'i').exec(record)?.[1]?.trim();
