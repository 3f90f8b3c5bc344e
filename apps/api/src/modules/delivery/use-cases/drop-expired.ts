import type { Database } from '#platform/database';
import { countLanes, newsOf, sumNews } from '../store/lane-news.ts';
import { forgetVoices } from '../store/voices.ts';
import { dropExpired } from '../store/waiting.ts';

const AT_ONCE = 200;

/** What waits past its end is dropped before its turn comes: as a lane opens, its pace is spent on what still lives (R57). */
export async function dropWhatIsOver({ db }: { db: Database }): Promise<void> {
  await forgetVoices(db.read);
  for (let full = true; full; ) {
    const lanes = await db.inTransaction((tx) => dropExpired(tx, AT_ONCE));
    const news = lanes.map((lane) => newsOf(lane, '', { dropped: 1 }));
    if (news.length > 0) await countLanes(db.read, sumNews(news), []);
    full = lanes.length === AT_ONCE;
  }
}
