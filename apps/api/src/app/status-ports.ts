import type { ContactChannels } from '#modules/contact-channels';
import type { Delivery } from '#modules/delivery';
import type { StatusPorts } from '#modules/status';
import type { Tokens } from '#modules/tokens';
import { arrivalHistoryOf, arrivalsOf } from './arrivals.ts';

type Right = { delivery: Delivery; tokens: Tokens; channels: ContactChannels };
const TAXPAYER = /^taxpayer:/;

/** What status needs of modules to its right. They come to be after it, so they are asked for when they are needed. */
export function statusPorts(right: () => Right): StatusPorts {
  return {
    arrivals: () => arrivalsOf(right()),
    arrivalHistory: () => arrivalHistoryOf(right()),
    trafficOf: (tx, lanes) => right().delivery.trafficOf(tx, lanes),
    ourSending: () => right().delivery.life(),
    async hitBy(tx, span) {
      const { delivery, tokens } = right();
      return tokens.askedBy(tx, delivery.troubled(span));
    },
    async notify(tx, { subject, ...notice }) {
      const { channels, delivery, tokens } = right();
      const { EMAIL, SMS } = await channels.addressesOf(tx, subject.replace(TAXPAYER, ''));
      // Nobody pays for a notice: an SMS goes out only where it is free (decision 005).
      const free = SMS && (await tokens.price(SMS.lane, 'SUBMIT_RETURN')) === 0n ? SMS : undefined;
      const destination = EMAIL ?? free;
      if (!destination) return false;
      await delivery.enqueue(tx, { ...destination, ...notice, kind: 'NOTICE', cause: 'ASKED' });
      return true;
    },
  };
}
