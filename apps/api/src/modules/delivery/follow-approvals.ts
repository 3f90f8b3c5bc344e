import type { Database } from '#platform/database';
import { faultOf, type Log } from '#platform/log';
import type { Notices } from '#platform/notices';
import type { Routes } from './routes.ts';
import { approvalsNow } from './store/approvals.ts';

/** Behind the notices. */
const LOOK_MS = 2_000;

type Needs = { db: Database; notices: Notices; log: Log; routes: Pick<Routes, 'heed' | 'edited'> };

/** Lets a worker's routes heed what people decide about routes and lanes, from now on and at once. */
export async function followApprovals({ db, notices, log, routes }: Needs): Promise<{ stop(): void }> {
  let warned = '';
  const look = async () => {
    routes.heed(await approvalsNow(db.aside));
    const edited = routes.edited();
    if (edited.length > 0 && edited.join() !== warned)
      log.warn(
        { routes: edited },
        'edited since they were let in, and not used: certify and approve them again',
      );
    warned = edited.join();
  };
  await look();
  const again = () =>
    void look().catch((fault: unknown) => log.warn({ fault: faultOf(fault) }, 'approvals could not be read'));
  const ends = [await notices.listen('lane_changed', again), notices.onGap(again)];
  const timer = setInterval(again, LOOK_MS);
  return {
    stop() {
      clearInterval(timer);
      for (const end of ends) end();
    },
  };
}
