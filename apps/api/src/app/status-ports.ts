import type { ContactChannels } from '#modules/contact-channels';
import type { Delivery } from '#modules/delivery';
import type { StatusPorts } from '#modules/status';
import type { Tokens } from '#modules/tokens';
import { appNow } from '#platform/database';
import { arrivalHistoryOf, arrivalsOf } from './arrivals.ts';

type Right = { delivery: Delivery; tokens: Tokens; channels: ContactChannels };
const TAXPAYER = /^taxpayer:/;
const LATELY_MS = 10 * 60_000;

/** What status needs of modules to its right. They come to be after it, so they are asked for when they are needed. */
export function statusPorts(right: () => Right): StatusPorts {
  return {
    lanes: () => right().delivery.lanes(),
    arrivals: () => arrivalsOf(right()),
    arrivalHistory: () => arrivalHistoryOf(right()),
    trafficOf: (tx, lanes) => right().delivery.trafficOf(tx, lanes),
    ourSending: () => right().delivery.life(),
    async isHitting(tx, lanes, people) {
      const { delivery, tokens } = right();
      // Counted one by one where there may be so many: who hits nobody is looked at every other second.
      if ((await delivery.failedLately(tx, lanes)) < people) return false;
      const to = await appNow(tx);
      const lately = { lanes, from: new Date(to.getTime() - LATELY_MS), to, before: 0 };
      return (await tokens.askedBy(tx, delivery.troubled(lately))).length >= people;
    },
    async hitBy(tx, span) {
      const { delivery, tokens } = right();
      return tokens.askedBy(tx, delivery.troubled(span));
    },
    async notify(tx, { subject, ...notice }) {
      const { channels, delivery, tokens } = right();
      const owner = subject.replace(TAXPAYER, '');
      const { price } = tokens;
      // Who was activating has confirmed nothing yet, and hears of it where their code went.
      const destination =
        (await freeOf(price, await channels.addressesOf(tx, owner))) ??
        (await freeOf(price, await channels.proposedOf(tx, owner)));
      if (!destination) return false;
      await delivery.enqueue(tx, { ...destination, ...notice, kind: 'NOTICE', cause: 'ASKED' });
      return true;
    },
  };
}

/** Nobody pays for a notice: an SMS goes out only where it is free (decision 005). */
async function freeOf(
  price: Tokens['price'],
  { EMAIL, SMS }: Awaited<ReturnType<ContactChannels['addressesOf']>>,
) {
  if (EMAIL || !SMS) return EMAIL;
  return (await price(SMS.lane, 'SUBMIT_RETURN')) === 0n ? SMS : undefined;
}
