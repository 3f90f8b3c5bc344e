import type { Delivery } from '#modules/delivery';
import type { ArrivalPoint, LaneArrival } from '#modules/status';
import type { Tokens } from '#modules/tokens';

/**
 * A mail domain that is nobody's list entry may have a name of anybody's choice, or be one person's own. Their times are shown
 * together, and none of their names.
 */
const OTHER_MAIL = 'mail:*';

const listedLanes = async (delivery: Delivery) => (await delivery.lanes()).filter(({ listed }) => listed);

/** Arrival times of every lane that we list, with what an SMS for a submission would cost there; and of all other mail in one line. */
export async function arrivalsOf({
  delivery,
  tokens,
}: {
  delivery: Delivery;
  tokens: Tokens;
}): Promise<LaneArrival[]> {
  const lines = (await listedLanes(delivery)).map(async ({ id, channel, name, live, withdrawn }) => {
    const { p50, p95 } = await delivery.arrival(id);
    const price = await tokens.price(id, 'SUBMIT_RETURN');
    return { lane: id, channel, via: name, live, withdrawn, p50, p95, price };
  });
  const { live, withdrawn } = await delivery.lane(OTHER_MAIL);
  const { p50, p95 } = await delivery.arrivalOfOtherMail();
  return [
    ...(await Promise.all(lines)),
    { lane: OTHER_MAIL, channel: 'EMAIL', via: null, live, withdrawn, p50, p95, price: 0n },
  ];
}

/** The last 24 hours of the same lanes, where anything arrived, hour by hour. */
export async function arrivalHistoryOf({ delivery }: { delivery: Delivery }): Promise<ArrivalPoint[]> {
  const lanes = await listedLanes(delivery);
  const points = await delivery.arrivalHours();
  return points.flatMap((point): ArrivalPoint[] => {
    if (point.lane === OTHER_MAIL) return [{ ...point, channel: 'EMAIL', via: null }];
    const found = lanes.find(({ id }) => id === point.lane);
    return found ? [{ ...point, channel: found.channel, via: found.name }] : [];
  });
}
