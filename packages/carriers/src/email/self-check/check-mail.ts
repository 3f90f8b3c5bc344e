import { readFile } from 'node:fs/promises';
import type { CarriersConfig } from '../../config/read.ts';
import { organisationOf } from '../organisation.ts';
import {
  type Criterion,
  checkBounces,
  checkDkim,
  checkDmarc,
  checkPtr,
  checkSpf,
  type DmarcPolicy,
  fail,
  pass,
} from './criteria.ts';
import { type LookUp, makeLookUp } from './look-up.ts';

export type { Criterion } from './criteria.ts';

/**
 * What a receiving provider would find out about our mail: SPF of the return path, DKIM of each mail route, DMARC of From,
 * their alignment, where bounces go and, of a given address, its name.
 * @param server the DNS to ask (`host:port`); the system's when left out
 * @param ip the address that mail goes out from
 */
export async function checkMail(
  { sender, routes }: CarriersConfig,
  { server, ip, timeoutMs }: { server?: string; ip?: string; timeoutMs?: number } = {},
): Promise<Criterion[]> {
  const look = makeLookUp(server, timeoutMs);
  const from = sender.address.slice(sender.address.lastIndexOf('@') + 1).toLowerCase();
  const returnPath = sender.bounceDomain?.toLowerCase() ?? from;
  const relays = routes.flatMap((route) => (route.kind === 'smtp' ? [route] : []));
  const [spf, signed, { policy, ...dmarc }, bounces, ptr] = await Promise.all([
    checkSpf(look, returnPath, ip),
    Promise.all(relays.map((route) => signatureOf(look, route))),
    checkDmarc(look, from),
    relays.length > 0 && !sender.bounceDomain ? unheard(sender.address) : checkBounces(look, returnPath),
    ip === undefined ? undefined : checkPtr(look, ip),
  ]);
  const aligned = policy && signed.map((one) => alignment(policy, from, { ...one, returnPath }));
  const signatures = signed.map(({ criterion }) => criterion);
  return [spf, ...signatures, dmarc, ...(aligned ?? []), bounces, ...(ptr ? [ptr] : [])];
}

const unheard = (address: string): Criterion =>
  fail(
    'bounces',
    `sender.bounceDomain is not set: what comes back goes to ${address}, and no worker hears of it`,
  );

type SmtpRoute = Extract<CarriersConfig['routes'][number], { kind: 'smtp' }>;
type Signed = { name: string; domain: string | undefined; criterion: Criterion };

async function signatureOf(look: LookUp, { name, dkim }: SmtpRoute): Promise<Signed> {
  if (!dkim) return { name, domain: undefined, criterion: fail('DKIM', `the route ${name} signs nothing`) };
  const { selector, privateKeyFile } = dkim;
  const domain = dkim.domain.toLowerCase();
  const privateKey = await readFile(privateKeyFile, 'utf8').catch(() => undefined);
  if (privateKey === undefined)
    return { name, domain, criterion: fail('DKIM', `${privateKeyFile} of the route ${name} cannot be read`) };
  const criterion = await checkDkim(look, { domain, selector, privateKey }).catch(() =>
    fail('DKIM', `${privateKeyFile} of the route ${name} holds no private key`),
  );
  return { name, domain, criterion };
}

/** DMARC counts what is signed or sent for the domain of From (RFC 7489, 3.1): one of the two is enough. */
function alignment(
  policy: DmarcPolicy,
  from: string,
  { name, domain, returnPath }: { name: string; domain: string | undefined; returnPath: string },
): Criterion {
  const fits = (other: string, mode: 's' | 'r') =>
    other === from || (mode === 'r' && organisationOf(other) === organisationOf(from));
  if (domain !== undefined && fits(domain, policy.adkim))
    return pass('alignment', `the signature of ${name} is for ${domain}, From is ${from}`);
  if (fits(returnPath, policy.aspf))
    return pass(
      'alignment',
      `the return path is in ${returnPath}, From is ${from}; no signature stands for it`,
    );
  return fail('alignment', `neither the signature of ${name} nor the return path stands for ${from}`);
}
