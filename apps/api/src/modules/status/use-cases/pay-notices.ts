import { appNow, type Tx } from '#platform/database';
import { addJob } from '#platform/jobs';
import type { Needs } from '../ports.ts';
import { wellAgain } from '../rules/well-again.ts';
import { owingNotices, payNotice } from '../store/incidents.ts';
import { lanesAmong } from '../store/lanes.ts';
import { record } from './by-itself.ts';
import { TELL } from './close-incident.ts';

/**
 * What was closed although its lane was in trouble left people without a word: they hear once its lanes are in order (R54), and with
 * them whom it hit since. While another incident about these lanes is open, they wait for the end of that.
 */
export async function payNotices(needs: Omit<Needs, 'db'>, tx: Tx): Promise<void> {
  for (const { id, lanes: ids } of await owingNotices(tx)) {
    const lanes = await lanesAmong(tx, ids);
    const traffic = await needs.ports.trafficOf(
      tx,
      lanes.map(({ lane, wellSince: since }) => ({ lane, since })),
    );
    const now = await appNow(tx);
    const wellSince = wellAgain(lanes, traffic, now);
    if (!wellSince || !(await payNotice(tx, id))) continue;
    await addJob(tx, TELL, { incident: id, upTo: wellSince.toISOString() }, `${TELL}:${id}`);
    await record(needs, tx, 'incident told late', id, { lanes: ids.join(' ') });
  }
}
