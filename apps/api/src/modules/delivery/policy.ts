import { z } from 'zod';
import type { Policies } from '#platform/policy';
import type { PacePolicy } from './rules/judge-pace.ts';

const PerLane = z.looseObject({ '*': z.number().positive() }).catchall(z.number().positive());
const Pace = z.object({
  ceiling: PerLane,
  places: PerLane,
  trickle: z.number().positive(),
  holdSeconds: z.number().positive(),
  stopsToHold: z.int().positive(),
  stopsWithinSeconds: z.number().positive(),
  probes: z.int().positive(),
  drainSeconds: z.number().positive(),
  rememberSeconds: z.number().positive(),
});
const Health = z.object({
  lateShare: z.number(),
  redShare: z.number(),
  windowSeconds: z.number().positive(),
  slowestWindowSeconds: z.number().positive(),
  fewest: z.int().positive(),
  quietFewest: z.int().positive(),
  quietSeconds: z.number().positive(),
  quietWindowSeconds: z.number().positive(),
  redSeconds: z.number(),
  amberSeconds: z.number(),
  probeSeconds: z.number().positive(),
});

export type DeliveryPolicy = ReturnType<typeof makeDeliveryPolicy>;

/** The dated numbers of this module, typed. Messages a second, seconds, counts, shares and whole rupiah. */
export function makeDeliveryPolicy(policies: Policies) {
  const of = (numbers: z.infer<typeof PerLane>, lane: string) => numbers[lane] ?? numbers['*'];
  return {
    async pace(lane: string): Promise<PacePolicy & { places: number }> {
      const { ceiling, places, ...rest } = await policies.get('delivery.pace', Pace);
      return { ...rest, ceiling: of(ceiling, lane), places: Math.floor(of(places, lane)) };
    },
    health: () => policies.get('delivery.health', Health),
    /** What the carrier charges us for an SMS of this lane. */
    cost: async (lane: string): Promise<number> =>
      lane.startsWith('sms:') ? Math.round(of(await policies.get('sms.costs', PerLane), lane)) : 0,
  };
}
