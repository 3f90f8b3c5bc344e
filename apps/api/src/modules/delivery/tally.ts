import type { Database } from '#platform/database';
import type { Arrival } from './store/arrivals.ts';
import { countLanes, type LaneNews, newsOf, sumNews, type Timed } from './store/lane-news.ts';

const FLUSH_MS = 1_000;

/**
 * Lanes' figures of a process that serves people, written down together every second: a row that everybody counts in must not
 * be locked by everybody's transaction. A crash costs a second of figures.
 */
export function makeTally(db: Database) {
  let news: LaneNews[] = [];
  let times: Timed[] = [];
  let waiting = false;

  async function flush(): Promise<void> {
    waiting = false;
    const [counted, timed] = [sumNews(news), times];
    news = [];
    times = [];
    if (counted.length > 0) await countLanes(db.aside, counted, timed).catch(() => {}); // a figure, not a fact
  }

  return {
    add(arrivals: Omit<Arrival, 'prefix'>[], what: Partial<Pick<LaneNews, 'verified'>>): void {
      for (const { lane, route, kind, took } of arrivals) {
        news.push(newsOf(lane, route, kind === 'dropped' ? { dropped: 1 } : what));
        if (took !== null) times.push({ lane, measure: 'ARRIVAL', took });
      }
      if (!waiting) setTimeout(() => void flush(), FLUSH_MS).unref();
      waiting = true;
    },
  };
}
