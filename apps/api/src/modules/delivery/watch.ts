import type { Database } from '#platform/database';
import { faultOf, type Log } from '#platform/log';
import type { DeliveryPolicy } from './policy.ts';
import type { DeliveryPorts } from './ports.ts';
import { adjustPace, type LaneHeard } from './use-cases/adjust-pace.ts';
import { dropWhatIsOver } from './use-cases/drop-expired.ts';
import type { Attempted } from './use-cases/hand-over.ts';
import { judgeLanes } from './use-cases/judge-lanes.ts';

/** Arrival times are counted anew, and what is over is dropped, with every fifth judgement. */
const TIMES_EVERY = 5;
/** A lane that runs at its ceiling is told of its good news this often. */
const CALM_MS = 1_000;
/** Messages a second: of a slower lane one comes due between two polls at most, and looking oftener would find nothing. */
const SLOW = 4;

type Needs = {
  db: Database;
  policy: DeliveryPolicy;
  ports: DeliveryPorts;
  log: Log;
  /** How often the health of lanes is judged. */
  judgeMs: number;
  routesLeft(lane: string, tried: string[]): boolean;
};

/** What was heard, with what was heard since. */
const both = (first: LaneHeard, then: LaneHeard | undefined): LaneHeard =>
  then
    ? {
        accepted: first.accepted + then.accepted,
        slowDowns: first.slowDowns + then.slowDowns,
        stops: first.stops + then.stops,
        stopped: [...first.stopped, ...then.stopped],
      }
    : first;

/** Watches lanes: their pace by what carriers answer, at once; their health in rounds, and at once where a provider refuses us. */
export function keepWatch(needs: Needs) {
  const news = new Map<string, LaneHeard>();
  const calmSince = new Map<string, number>();
  const paced = new Set<string>();
  const busy = new Map<string, Promise<void>>();
  let judging: Promise<void> | undefined;
  let dropping: Promise<void> | undefined;
  let rounds = 0;

  const warn = (what: string) => (fault: unknown) => needs.log.warn({ fault: faultOf(fault) }, what);

  function judge(): Promise<void> {
    rounds += 1;
    judging ??= judgeLanes(needs, { withTimes: rounds % TIMES_EVERY === 1 })
      .then((changes) => {
        for (const { lane, from, to, reason } of changes)
          needs.log.warn({ lane, from, to, reason }, 'a lane changed its health');
      }, warn('lanes could not be judged'))
      .finally(() => {
        judging = undefined;
      });
    return judging;
  }

  async function adjust(lane: string): Promise<void> {
    for (let heard = news.get(lane); heard; heard = news.get(lane)) {
      const trouble = heard.stops + heard.slowDowns > 0;
      if (!trouble && performance.now() - (calmSince.get(lane) ?? Number.NEGATIVE_INFINITY) < CALM_MS) return;
      news.delete(lane);
      const { rate, atCeiling, turned } = await adjustPace(needs, lane, heard).catch((fault: unknown) => {
        news.set(lane, both(heard, news.get(lane)));
        throw fault;
      });
      if (atCeiling) calmSince.set(lane, performance.now());
      else calmSince.delete(lane);
      if (atCeiling || rate < SLOW) paced.delete(lane);
      else paced.add(lane);
      if (turned) {
        await judging; // it may have looked before
        await judge();
      }
    }
  }

  function begin(lane: string): void {
    if (busy.has(lane)) return;
    const work = adjust(lane)
      .catch(warn('a pace could not be adjusted'))
      .finally(() => busy.delete(lane));
    busy.set(lane, work);
  }

  const timer = setInterval(() => {
    void judge();
    // Only what could not be written waits with trouble in it.
    for (const [lane, { stops, slowDowns }] of news) if (stops + slowDowns > 0) begin(lane);
    if (rounds % TIMES_EVERY !== 1) return;
    dropping ??= dropWhatIsOver(needs)
      .catch(warn('what is over could not be dropped'))
      .finally(() => {
        dropping = undefined;
      });
  }, needs.judgeMs);
  return {
    /** Lanes that run below their ceiling, and not slowly: their pace lets messages through one by one. */
    paced: (): Iterable<string> => paced,
    hear(attempted: Attempted[]): void {
      for (const { id, lane, kind, signal } of attempted) {
        const heard = news.get(lane) ?? { accepted: 0, slowDowns: 0, stops: 0, stopped: [] };
        heard.accepted += Number(kind === 'SENT_ON');
        heard.slowDowns += Number(signal === 'slow-down');
        if (signal === 'stop') {
          heard.stops += 1;
          heard.stopped.push(id);
        }
        news.set(lane, heard);
        begin(lane);
      }
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await Promise.allSettled([...busy.values(), judging, dropping]);
    },
  };
}
