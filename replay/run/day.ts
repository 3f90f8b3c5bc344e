import { readFileSync } from 'node:fs';
import { type Carrier, openCarrier, readCarriersFile } from '@sampai/carriers';
import { makeChance } from '@sampai/testkit';
import { type DayDesk, openDayDesk } from '../policy-of-the-day/desk.ts';
import { POLICY_OF_THE_DAY } from '../policy-of-the-day/policy.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Stage } from './stage.ts';

/** The policy of the day over the carriers that the product has: as many connections to the relay as it has senders. */
export async function openTheDay(
  { office, carriersFile }: Stage,
  { channelOfTheDay }: Scenario,
  seed: number,
): Promise<{ desk: DayDesk; close(): Promise<void> }> {
  const { routes, sender } = readCarriersFile(readFileSync(carriersFile, 'utf8'), carriersFile);
  const opened = await Promise.all(
    routes.map(async (route) => {
      const wide = route.kind === 'smtp' ? { ...route, connections: POLICY_OF_THE_DAY.senders } : route;
      return { lanes: route.lanes, carrier: await openCarrier(wide, sender) };
    }),
  );
  const first = (prefix: string): Carrier => {
    const found = opened.find(({ lanes }) => lanes.some((lane) => lane.startsWith(prefix)));
    if (!found) throw new Error(`no route serves ${prefix}`);
    return found.carrier;
  };
  const chance = makeChance(seed);
  const desk = openDayDesk({
    ...{ clock: office.clock, policy: POLICY_OF_THE_DAY, channel: channelOfTheDay },
    // One aggregator for every number: the post office takes any.
    carrierFor: ({ channel }) => first(channel === 'SMS' ? 'sms:' : 'mail:'),
    newCode: () => chance.digits(6),
  });
  return {
    desk,
    async close() {
      await desk.stop();
      await Promise.all(opened.map(({ carrier }) => carrier.close()));
    },
  };
}
