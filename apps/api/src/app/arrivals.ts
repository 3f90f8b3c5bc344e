import type { Delivery } from '#modules/delivery';
import type { ArrivalPoint, LaneArrival } from '#modules/status';
import type { Tokens } from '#modules/tokens';

/** Arrival times of every known lane, with what an SMS for a submission would cost there. */
export const arrivalsOf = async ({
  delivery,
  tokens,
}: {
  delivery: Delivery;
  tokens: Tokens;
}): Promise<LaneArrival[]> =>
  Promise.all(
    (await delivery.lanes()).map(async ({ id, channel, name, live, withdrawn }) => {
      const { p50, p95 } = await delivery.arrival(id);
      const price = await tokens.price(id, 'SUBMIT_RETURN');
      return { lane: id, channel, via: name, live, withdrawn, p50, p95, price };
    }),
  );

/** The last 24 hours of every lane of which anything arrived, hour by hour. */
export const arrivalHistoryOf = async ({ delivery }: { delivery: Delivery }): Promise<ArrivalPoint[]> => {
  const lanes = await delivery.lanes();
  const points = await delivery.arrivalHours();
  return points.flatMap((point) => {
    const lane = lanes.find(({ id }) => id === point.lane);
    return lane ? [{ ...point, channel: lane.channel, via: lane.name }] : [];
  });
};
