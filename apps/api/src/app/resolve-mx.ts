import { Resolver } from 'node:dns/promises';
import type { ResolveMx } from '#modules/delivery';

const NOTHING_THERE = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME']);

/** Asks DNS servers (`address` or `address:port`; none named: those of the system) for a domain's mail exchangers. */
export function makeResolveMx(servers: string[], timeoutMs = 2_000): ResolveMx {
  const dns = new Resolver({ timeout: timeoutMs, tries: 2 });
  if (servers.length > 0) dns.setServers(servers);
  return async (domain) => {
    try {
      return await dns.resolveMx(domain);
    } catch (fault) {
      return NOTHING_THERE.has(String((fault as NodeJS.ErrnoException).code)) ? [] : null;
    }
  };
}
