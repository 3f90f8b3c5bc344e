import { type Channel, type Destination, type Health, overrules, USUAL_P95_SECONDS } from '#modules/delivery';
import type { Tx } from '#platform/database';
import type { Needs } from '../ports.ts';
import type { ChannelFacts } from '../rules/choose-channel.ts';
import { findReturn } from '../store/returns.ts';

/** A person's confirmed channel, with what asking for a code there would do. */
export type Way = ChannelFacts & {
  destination: Destination;
  maskedAddress: string;
  via: string;
  usualSeconds: number | null;
  health: Health;
  /** Not live any more, in place of not yet. */
  withdrawn: boolean;
};

/** Every confirmed channel of a person. */
export async function waysTo(needs: Needs, tx: Tx, taxpayerId: string): Promise<Way[]> {
  const addresses = await needs.ports.addressesOf(tx, taxpayerId);
  const channels: Channel[] = ['SMS', 'EMAIL'];
  const ways = channels
    .map((channel) => addresses[channel])
    .filter((destination) => destination !== undefined);
  return Promise.all(ways.map((destination) => wayTo(needs, destination)));
}

async function wayTo({ delivery, tokens }: Needs, destination: Destination): Promise<Way> {
  const { channel, maskedAddress, lane } = destination;
  const [{ name, live, withdrawn, health }, { p50, p95 }, price] = await Promise.all([
    delivery.lane(lane),
    delivery.arrival(lane),
    tokens.price(lane, 'SUBMIT_RETURN'),
  ]);
  return {
    ...{ destination, channel, maskedAddress, live, withdrawn, health, price, via: name },
    inOrder: live && !overrules(health),
    p95Seconds: p95 ?? USUAL_P95_SECONDS[channel],
    usualSeconds: p50 === null ? null : Math.max(1, Math.round(p50)),
  };
}

/** What asking for a code would do on each channel, before asking; nothing for a return of somebody else. */
export async function offerChannels(needs: Needs, taxpayerId: string, returnId: string): Promise<Way[]> {
  const stored = await findReturn(needs.db.read, taxpayerId, returnId);
  return stored ? waysTo(needs, needs.db.read, taxpayerId) : [];
}
