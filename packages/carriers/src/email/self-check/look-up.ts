import { Resolver } from 'node:dns/promises';
import { isIPv4 } from 'node:net';

/** `none`: the name or the record does not exist. `silent`: nobody could say. */
export type Found<T> = { kind: 'found'; records: T[] } | { kind: 'none' } | { kind: 'silent'; code: string };

export type LookUp = {
  txt(name: string): Promise<Found<string>>;
  mx(name: string): Promise<Found<string>>;
  addresses(name: string): Promise<Found<string>>;
  names(ip: string): Promise<Found<string>>;
  /** As libraries want it: rejects with a code. */
  raw(name: string, type: string): Promise<string[][] | string[]>;
};

const NOTHING_THERE = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME']);

/** Asks the system's DNS, or the given server (`host:port`). Throws where that is no address of a server. */
export function makeLookUp(server?: string, timeoutMs = 2_000): LookUp {
  const dns = new Resolver({ timeout: timeoutMs, tries: 2 });
  if (server !== undefined) dns.setServers([server]);
  const ask = async <T>(question: Promise<T[]>): Promise<Found<T>> => {
    try {
      const records = await question;
      return records.length > 0 ? { kind: 'found', records } : { kind: 'none' };
    } catch (fault) {
      const { code = 'EFAILED' } = fault as NodeJS.ErrnoException;
      return NOTHING_THERE.has(code) ? { kind: 'none' } : { kind: 'silent', code };
    }
  };
  return {
    txt: (name) => ask(dns.resolveTxt(name).then((all) => all.map((strings) => strings.join('')))),
    mx: (name) => ask(dns.resolveMx(name).then((all) => all.map(({ exchange }) => exchange))),
    async addresses(name) {
      const [four, six] = await Promise.all([ask(dns.resolve4(name)), ask(dns.resolve6(name))]);
      const records = [four, six].flatMap((found) => (found.kind === 'found' ? found.records : []));
      if (records.length > 0) return { kind: 'found', records };
      return four.kind === 'silent' ? four : six;
    },
    // Not dns.reverse(): it looks into the hosts file, and takes a server that is silent for an address without a name.
    names: (ip) => ask(dns.resolvePtr(reverseName(ip))),
    raw: (name, type) => dns.resolve(name, type) as Promise<string[][] | string[]>,
  };
}

/** 192.0.2.10 -> 10.2.0.192.in-addr.arpa; 2001:db8::1 -> 1.0.0. ... .ip6.arpa (RFC 1035, 3.5; RFC 3596, 2.5). */
function reverseName(ip: string): string {
  if (isIPv4(ip)) return `${ip.split('.').reverse().join('.')}.in-addr.arpa`;
  const [head = '', tail = ''] = ip.split('::');
  const groups = (part: string) => part.split(':').filter(Boolean);
  const [before, after] = [groups(head), groups(tail)];
  const all = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  const digits = all.map((group) => group.padStart(4, '0')).join('');
  return `${[...digits].reverse().join('.')}.ip6.arpa`;
}
