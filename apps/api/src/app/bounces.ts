import { type BounceIntake, type CarriersConfig, startBounceIntake } from '@sampai/carriers';
import { type Config, ConfigError } from '#config/env';
import { type DeliveryPorts, settleBounce } from '#modules/delivery';
import type { Ground } from './ground.ts';

type Needs = Pick<Ground, 'db' | 'log' | 'policies' | 'secrets'> & {
  ports: DeliveryPorts;
  routesLeft(lane: string, tried: string[]): boolean;
};

const WHY: Record<string, string> = {
  EADDRINUSE: 'taken: set another one, or leave it unset',
  EACCES: 'not allowed for this user (mostly those below 1024 are not)',
  EADDRNOTAVAIL: 'not to be had: HOST is not an address of this machine',
};

/**
 * Opens the mailbox for reports on our mails, where BOUNCE_PORT says so. Where mail is sent and nothing of it is heard again, the
 * log says so. Throws a ConfigError where it cannot be opened as configured.
 */
export async function takeBounces(
  { host, bouncePort: port }: Pick<Config, 'host' | 'bouncePort'>,
  { sender, routes }: CarriersConfig,
  needs: Needs,
): Promise<BounceIntake | undefined> {
  const { bounceDomain: domain } = sender;
  if (port === null) {
    const missing = [...(domain ? [] : ['sender.bounceDomain in the carriers file']), 'BOUNCE_PORT'];
    if (routes.some(({ kind }) => kind === 'smtp'))
      needs.log.warn({ missing }, 'this worker takes no mail that comes back (docs/OPERATING.md)');
    return undefined;
  }
  if (!domain)
    throw new ConfigError('BOUNCE_PORT is set, but the carriers file names no sender.bounceDomain.');
  try {
    return await startBounceIntake({
      ...{ host, port, domain },
      onBounce: (bounce) =>
        settleBounce(needs, bounce).catch((fault: unknown) => {
          needs.log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'a bounce must wait');
          return 'later';
        }),
    });
  } catch (fault) {
    const { code = '' } = fault as NodeJS.ErrnoException;
    throw new ConfigError(`BOUNCE_PORT ${port} is ${WHY[code] ?? `not to be had (${code})`}.`);
  }
}
