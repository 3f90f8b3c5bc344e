import { freePort, type PostOffice, startPostOffice } from '@sampai/testkit';
import { type Carrier, type Outbound, openCarrier, type RouteConfig, readCarriersFile } from '../index.ts';

/** The numbers the sockets of a test use: the same after a restart of the post office. */
export type Ports = { httpPort: number; smtpPort: number; smppPort: number };

export const SENDER = { name: 'Sampai', address: 'sampai@pajak.example', host: 'localhost' };
export const BUDI = { SMS: '+6281234561234', EMAIL: 'budi@gmail.com' } as const;
export const TEXT =
  'SAMPAI: kode 482913 (ref A7), berlaku 10 menit. JANGAN berikan kepada siapa pun.\n@localhost #482913';

/** Ports that nobody listens on at the moment. */
export async function freePorts(): Promise<Ports> {
  const found = new Set<number>();
  while (found.size < 3) found.add(await freePort());
  const [httpPort = 0, smtpPort = 0, smppPort = 0] = found;
  return { httpPort, smtpPort, smppPort };
}

export const openOffice = (ports: Ports): Promise<PostOffice> =>
  startPostOffice({ ...ports, habits: { receiptSeconds: 0 } });

/** A route as the file would give it, impatient enough for tests. */
export function routeTo(ports: Ports, channel: 'SMS' | 'EMAIL', more: object = {}): RouteConfig {
  const common = { host: '127.0.0.1', connectSeconds: 1.5, responseSeconds: 0.5, ...more };
  const route =
    channel === 'SMS'
      ? {
          name: 'telkomsel',
          kind: 'smpp',
          port: ports.smppPort,
          systemId: 'sampai',
          password: 's3cret',
          lanes: ['sms:*'],
          bindSeconds: 0.5,
          reconnectSeconds: 0.3,
          ...common,
        }
      : { name: 'relay', kind: 'smtp', port: ports.smtpPort, lanes: ['mail:*'], ...common };
  const [checked] = readCarriersFile(JSON.stringify({ sender: SENDER, routes: [route] }), 'test').routes;
  if (!checked) throw new Error('no route');
  return checked;
}

export const openTo = (ports: Ports, channel: 'SMS' | 'EMAIL', more: object = {}): Promise<Carrier> =>
  openCarrier(routeTo(ports, channel, more), SENDER);

let lastId = 0;
export function messageTo(to: string, more: Partial<Outbound> = {}): Outbound {
  lastId += 1;
  const now = new Date();
  return {
    id: `m-${lastId}`,
    to,
    subject: '482913 kode Sampai',
    text: TEXT,
    now,
    expiresAt: new Date(now.getTime() + 90 * 60_000),
    ...more,
  };
}
