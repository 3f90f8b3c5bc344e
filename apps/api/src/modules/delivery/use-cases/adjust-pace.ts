import type { Database, Tx } from '#platform/database';
import type { DeliveryPolicy } from '../policy.ts';
import { isHeld, judgePace, type PaceNews } from '../rules/judge-pace.ts';
import { lockPace, recordDecision, savePace } from '../store/lanes.ts';
import { hearWitnesses, voicesOfStops } from '../store/voices.ts';
import { codesWaiting } from '../store/waiting.ts';

type Needs = { db: Database; policy: DeliveryPolicy };
/** `stopped`: the messages that met a refusal by the whole provider. */
export type LaneHeard = Omit<PaceNews, 'waiting'> & { stopped: string[] };

/** So many different people are told by their provider that it refuses us, within so long, and we believe it. */
const SEVERAL = 2;
const SUSPECT_SECONDS = 600;
/** Of many that were stopped at once, some tell as much as all. */
const ASKED = 50;

/** What was heard of a lane changes its pace, for all workers. Says what it is now, and whether it is news that it is held. */
export async function adjustPace(
  { db, policy }: Needs,
  lane: string,
  { stopped, ...heard }: LaneHeard,
): Promise<{ rate: number; atCeiling: boolean; turned: boolean }> {
  const numbers = await policy.pace(lane);
  return db.inTransaction(async (tx) => {
    const was = await lockPace(tx, lane);
    if (!was) return { rate: 0, atCeiling: false, turned: false };
    const { now, ...pace } = was;
    const news = { ...heard, stops: (await isByMany(tx, lane, stopped)) ? heard.stops : 0 };
    // Only a lane below its ceiling may need more than it is given.
    const most = Math.ceil(numbers.ceiling * numbers.drainSeconds);
    const waiting = pace.rate < numbers.ceiling ? await codesWaiting(tx, lane, most) : 0;
    const next = judgePace(pace, { ...news, waiting }, numbers, now);
    await savePace(tx, lane, next);
    const [before, after] = [isHeld(pace, now), isHeld(next, now)];
    if (before !== after || next.rate < pace.rate)
      await recordDecision(tx, {
        ...{ lane, kind: 'PACE', was: perSecond(pace.rate), becomes: perSecond(next.rate) },
        reason: news.stops > 0 ? 'provider-refusal' : news.slowDowns > 0 ? 'throttled' : 'recovering',
      });
    return {
      rate: next.rate,
      atCeiling: !after && next.rate >= numbers.ceiling,
      turned: before !== after || news.stops > 0,
    };
  });
}

/**
 * One person's mail server, or one customer of the provider, does not speak for it, however often it says so; their message is
 * helped by itself.
 */
async function isByMany(tx: Tx, lane: string, stopped: string[]): Promise<boolean> {
  if (stopped.length === 0) return false;
  const witnesses = stopped.slice(0, ASKED).map((id) => ({ id, lane, route: '', kind: 'STOP' }) as const);
  await hearWitnesses(tx, witnesses);
  return (await voicesOfStops(tx, lane, SUSPECT_SECONDS)) >= SEVERAL;
}

const perSecond = (rate: number): string => `${Math.round(rate * 100) / 100}/s`;
