import type { ActivationViewFragment } from '../../../generated/activation.ts';
import type { Progress } from './journey.ts';

export type ActivationToken = ActivationViewFragment['tokens'][number];
type Channel = ActivationToken['messages'][number]['channel'];

/** A channel's address with the token that confirms it. */
export type Address = { channel: Channel; maskedAddress: string; token: ActivationToken };

/**
 * The address that counts for each channel: the confirmed one, else the one asked for last. A replaced address
 * leaves a cancelled token behind, which nobody needs to see.
 */
export function currentAddresses(tokens: readonly ActivationToken[]): Address[] {
  const all = tokens.flatMap((token) => {
    const [message] = token.messages;
    return message ? [{ channel: message.channel, maskedAddress: message.maskedAddress, token }] : [];
  });
  const rank = ({ token }: Address) => (token.state === 'VERIFIED' ? 2 : token.state === 'CANCELLED' ? 0 : 1);
  const since = ({ token }: Address) => token.messages[0]?.queuedAt ?? '';
  const best = (channel: Channel) =>
    all
      .filter((address) => address.channel === channel)
      .sort((a, b) => rank(b) - rank(a) || since(b).localeCompare(since(a)))
      .slice(0, 1);
  return [...best('SMS'), ...best('EMAIL')];
}

/** How far the activation is, for the journey. */
export function progressOf(tokens: readonly ActivationToken[]): Progress {
  const addresses = currentAddresses(tokens);
  return {
    asked: addresses.length,
    confirmed: addresses.filter(({ token }) => token.state === 'VERIFIED').length,
  };
}
