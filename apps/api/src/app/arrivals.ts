import type { LaneArrival } from '#modules/status';
import type { Modules } from './modules.ts';

/** Arrival times of every known lane, with what an SMS for a submission would cost there. */
export const arrivalsOf =
  ({ delivery, tokens }: Pick<Modules, 'delivery' | 'tokens'>) =>
  async (): Promise<LaneArrival[]> =>
    Promise.all(
      (await delivery.lanes()).map(async ({ id, channel, name, live }) => {
        const { p50, p95 } = await delivery.arrival(id);
        return { channel, via: name, live, p50, p95, price: await tokens.price(id, 'SUBMIT_RETURN') };
      }),
    );
