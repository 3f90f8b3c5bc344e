import { getDomain } from 'tldts';
import { MAIL_PROVIDERS } from './mail-providers.ts';

/** A mail exchanger as the DNS gives it. */
export type Exchanger = { exchange: string; priority: number };

/**
 * The lane of a mail domain by its mail exchangers: the provider's, where we know it; else that of the organisation whose
 * exchangers they are (`mail:mx:hosting.example`), so that all domains of one house share a lane. The most preferred one
 * speaks for all. Without any, mail goes to the domain's own machine (RFC 5321 5.1) and the domain is its own lane.
 */
export function laneOfExchangers(domain: string, exchangers: Exchanger[]): string {
  const [first] = exchangers
    .map(({ exchange, priority }) => ({ priority, host: exchange.toLowerCase().replace(/\.$/, '') }))
    .toSorted((a, b) => a.priority - b.priority || (a.host < b.host ? -1 : 1));
  const organisation = first && getDomain(first.host);
  if (!organisation) return `mail:${domain}`; // none, ".", which takes no mail (RFC 7505), or an address in place of a name
  const provider = MAIL_PROVIDERS.find(({ exchangers: known }) =>
    known.some((one) => first.host === one || first.host.endsWith(`.${one}`)),
  );
  return provider ? `mail:${provider.id}` : `mail:mx:${organisation}`;
}
