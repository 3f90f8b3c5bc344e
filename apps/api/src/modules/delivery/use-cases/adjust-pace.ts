import type { Database } from '#platform/database';
import type { DeliveryPolicy } from '../policy.ts';
import { isHeld, judgePace, type PaceNews } from '../rules/judge-pace.ts';
import { lockPace, recordDecision, savePace } from '../store/lanes.ts';
import { codesWaiting } from '../store/waiting.ts';

type Needs = { db: Database; policy: DeliveryPolicy };

/** What was heard of a lane changes its pace, for all workers. Says whether it is held now, and whether that is new. */
export async function adjustPace(
  { db, policy }: Needs,
  lane: string,
  news: Omit<PaceNews, 'waiting'>,
): Promise<{ atCeiling: boolean; turned: boolean }> {
  const numbers = await policy.pace(lane);
  return db.inTransaction(async (tx) => {
    const was = await lockPace(tx, lane);
    if (!was) return { atCeiling: false, turned: false };
    const { now, ...pace } = was;
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
    return { atCeiling: !after && next.rate >= numbers.ceiling, turned: before !== after || news.stops > 0 };
  });
}

const perSecond = (rate: number): string => `${Math.round(rate * 100) / 100}/s`;
