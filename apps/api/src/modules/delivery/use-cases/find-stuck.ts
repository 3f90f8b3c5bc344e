import type { Database } from '#platform/database';
import type { DeliveryPorts } from '../ports.ts';
import { countLanes, newsOf, sumNews } from '../store/lane-news.ts';
import { takeStuck } from '../store/stuck.ts';

const AT_ONCE = 50;
type Needs = { db: Database; ports: DeliveryPorts; routesLeft(lane: string, tried: string[]): boolean };

/**
 * Finds messages that make no progress and lets their owners help: the next route, another channel, or an offer. Each is
 * found once. At most 50: `full` says that more may wait.
 */
export async function findStuck({ db, ports, routesLeft }: Needs): Promise<{ full: boolean }> {
  const found = await db.byKeys(async (tx) => {
    const stuck = await takeStuck(tx, AT_ONCE);
    for (const { contentRef, id, channel, lane, route, avoid } of stuck) {
      const tried = route === null ? avoid : [...avoid, route];
      await ports.onStuck(tx, {
        ...{ ref: contentRef, messageId: id, channel, lane, reason: 'no-progress', ofAddress: false, tried },
        // What no carrier has taken yet takes another route by itself at its next attempt.
        routeLeft: route !== null && routesLeft(lane, tried),
      });
    }
    return stuck;
  });
  if (found.length > 0) {
    const late = found.map(({ lane, route, expected, known }) =>
      newsOf(lane, route ?? '', { late: expected || known ? 0 : 1 }),
    );
    await countLanes(db.read, sumNews(late), []);
  }
  return { full: found.length === AT_ONCE };
}
