import { operatorName, parseEmail, parsePhone } from '@sampai/identifiers';
import type { Channel } from '../ports.ts';
import { MAIL_PROVIDERS } from './mail-providers.ts';

/**
 * The lane an address belongs to. Phone numbers: by carrier prefix. Mail: by provider, so that all domains of one
 * provider share a lane; a domain of nobody we know is its own lane until its mail exchangers have been looked up.
 */
export function laneOf(channel: Channel, address: string): { id: string; name: string } {
  if (channel === 'SMS') {
    const phone = parsePhone(address);
    if (!phone.ok) throw new Error('a phone number is parsed before it gets a lane');
    const { operator } = phone.value;
    return { id: `sms:${operator.toLowerCase()}`, name: operatorName(operator) };
  }
  const email = parseEmail(address);
  if (!email.ok) throw new Error('a mail address is parsed before it gets a lane');
  const { domain } = email.value;
  const provider = MAIL_PROVIDERS.find(({ domains }) => domains.test(domain));
  return provider
    ? { id: `mail:${provider.id}`, name: provider.name }
    : { id: `mail:${domain}`, name: domain };
}
