import type { Arrival, Delivery, Lane } from '#modules/delivery';
import type { ArrivalPoint, LaneArrival } from '#modules/status';
import type { Tokens } from '#modules/tokens';

/**
 * The lanes that everybody may read of, with their arrivals. A mail domain that is nobody's list entry may be one person's own: it is
 * shown where so many messages arrived that its times say nothing of anybody.
 */
async function publicLanes(delivery: Delivery): Promise<{ lane: Lane; arrival: Arrival }[]> {
  const lanes = await delivery.lanes();
  const all = await Promise.all(
    lanes.map(async (lane) => ({ lane, arrival: await delivery.arrival(lane.id) })),
  );
  return all.filter(({ lane, arrival }) => lane.listed || arrival.p95 !== null);
}

/** Arrival times of every lane that everybody may read of, with what an SMS for a submission would cost there. */
export const arrivalsOf = async ({
  delivery,
  tokens,
}: {
  delivery: Delivery;
  tokens: Tokens;
}): Promise<LaneArrival[]> =>
  Promise.all(
    (await publicLanes(delivery)).map(async ({ lane, arrival: { p50, p95 } }) => {
      const { id, channel, name, live, withdrawn } = lane;
      const price = await tokens.price(id, 'SUBMIT_RETURN');
      return { lane: id, channel, via: name, live, withdrawn, p50, p95, price };
    }),
  );

/** The last 24 hours of every lane that everybody may read of and of which anything arrived, hour by hour. */
export const arrivalHistoryOf = async ({ delivery }: { delivery: Delivery }): Promise<ArrivalPoint[]> => {
  const lanes = await publicLanes(delivery);
  const points = await delivery.arrivalHours();
  return points.flatMap((point) => {
    const found = lanes.find(({ lane }) => lane.id === point.lane);
    return found ? [{ ...point, channel: found.lane.channel, via: found.lane.name }] : [];
  });
};
