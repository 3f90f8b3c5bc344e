import { type BounceIntake, type CarriersConfig, startBounceIntake } from '@sampai/carriers';
import { type Config, ConfigError } from '#config/env';
import { type DeliveryPorts, settleBounce } from '#modules/delivery';
import type { Ground } from './ground.ts';

type Needs = Pick<Ground, 'db' | 'log' | 'policies'> & {
  ports: DeliveryPorts;
  routesLeft(lane: string, tried: string[]): boolean;
};

/** Opens the mailbox for reports on our mails, where BOUNCE_PORT says so. */
export async function takeBounces(
  { host, bouncePort }: Pick<Config, 'host' | 'bouncePort'>,
  { bounceDomain }: CarriersConfig['sender'],
  needs: Needs,
): Promise<BounceIntake | undefined> {
  if (bouncePort === null) return undefined;
  if (!bounceDomain)
    throw new ConfigError('BOUNCE_PORT is set, but the carriers file names no sender.bounceDomain.');
  return startBounceIntake({
    ...{ host, port: bouncePort, domain: bounceDomain },
    onBounce: (bounce) =>
      settleBounce(needs, bounce).catch((fault: unknown) => {
        needs.log.warn({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'a bounce must wait');
        return 'later';
      }),
  });
}
