/** Connections at a time, and mails over one of them before it is closed. */
export type Limits = { connections: number; messagesPerConnection: number };

/** Of a relay, ours or a sending service's, which keeps to the limits of providers by itself. */
const RELAY: Limits = { connections: 5, messagesPerConnection: 1000 };

/** What known providers bear at their own mail exchangers, of one address that mail comes from. */
const PROVIDERS: (Partial<Limits> & { exchangers: string[] })[] = [
  {
    exchangers: ['l.google.com', 'smtp.google.com', 'googlemail.com'],
    ...{ connections: 5, messagesPerConnection: 50 },
  },
  { exchangers: ['yahoodns.net'], messagesPerConnection: 20 },
  {
    exchangers: ['protection.outlook.com', 'mx.microsoft'],
    ...{ connections: 5, messagesPerConnection: 50 },
  },
  { exchangers: ['mail.icloud.com'], ...{ connections: 10, messagesPerConnection: 5 } },
];

/** What a route keeps to unless its entry says otherwise: the provider's limits where it leads straight to one. */
export function usualLimits(host: string): Limits {
  const name = host.toLowerCase().replace(/\.$/, '');
  const { connections = RELAY.connections, messagesPerConnection = RELAY.messagesPerConnection } =
    PROVIDERS.find(({ exchangers }) => exchangers.some((one) => name === one || name.endsWith(`.${one}`))) ??
    RELAY;
  return { connections, messagesPerConnection };
}
