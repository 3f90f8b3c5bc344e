import type { Tx } from '#platform/database';
import type { JobHandler } from '#platform/jobs';
import type { LaneArrival, Needs } from './ports.ts';
import { putLane } from './store/lanes.ts';
import type { LaneChange } from './types.ts';
import { attend } from './use-cases/attend.ts';
import { TELL } from './use-cases/close-incident.ts';
import { makePublic } from './use-cases/read-public.ts';
import { sweep } from './use-cases/sweep.ts';
import { noticeContent, tellPeople } from './use-cases/tell-people.ts';

export { runStatusCommand } from './command/run.ts';
export type { ArrivalPoint, Hit, LaneArrival, StatusPorts } from './ports.ts';
export { makeStatusDeskResolvers, makeStatusResolvers } from './resolvers.ts';
export type { Health, LaneChange } from './types.ts';
export { momentInWib } from './wib.ts';
export { closedSentence } from './words.ts';
export type Status = ReturnType<typeof makeStatus>;

/** The door of status. Writes go into the caller's transaction. */
export function makeStatus(needs: Needs) {
  const { ports } = needs;
  const { health, ...shown } = makePublic(needs);
  return {
    ...shown,
    /** Delivery has judged a lane anew: an incident may open, grow or end with it. */
    async laneChanged(tx: Tx, change: LaneChange): Promise<void> {
      await putLane(tx, change);
      await attend(needs, tx, change.channel, change.name);
    },
    /** What comes with time alone. Every process may call it as often as it likes: one at a time does something. */
    sweep: (tx: Tx): Promise<void> => sweep(needs, tx),
    /** Today's arrival times, with each lane's health: closed where it is not live, unknown where it was not judged lately. */
    async arrivals() {
      const { isJudged } = await ports.ourSending();
      const known = async (lane: string) =>
        (isJudged ? await health(lane) : undefined) ?? ('UNKNOWN' as const);
      return Promise.all(
        (await ports.arrivals()).map(async (arrival: LaneArrival) => ({
          ...arrival,
          health: arrival.live ? await known(arrival.lane) : ('CLOSED' as const),
        })),
      );
    },
    /** The last 24 hours of each lane of which anything was measured. */
    async history() {
      const points = await ports.arrivalHistory();
      return points
        .filter(({ lane }, index) => points.findIndex((point) => point.lane === lane) === index)
        .map(({ lane, channel, via }) => ({
          ...{ channel, via },
          hours: points.filter((point) => point.lane === lane),
        }))
        .filter(({ hours }) => hours.some(({ p50 }) => p50 !== null));
    },
    /** What a notice says; null where the reference is not one of ours. */
    contentOf: (request: { ref: string; locale: 'id' | 'en' }) => noticeContent(needs, request),
    /** What may wait, by the name of its job. */
    jobs: {
      [TELL]: ({ incident = '', after = '', silently = '', upTo = '' }) =>
        tellPeople(needs, {
          ...{ incident, after, silently: silently !== '' },
          upTo: upTo === '' ? null : new Date(upTo),
        }),
    } satisfies Record<string, JobHandler>,
  };
}
