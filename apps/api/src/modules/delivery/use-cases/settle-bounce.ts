import type { Bounce } from '@sampai/carriers';
import type { Database } from '#platform/database';
import type { DeliveryPorts } from '../ports.ts';
import { endBounced, noteDelay, stateToBounce } from '../store/bounces.ts';

type Needs = { db: Database; ports: DeliveryPorts };

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Brings a report that came back by mail to its message. One that comes before the relay's answer is written is asked for
 * again; one for a message that has ended already (its code was entered, it was reported before) is no news.
 */
export async function settleBounce(
  { db, ports }: Needs,
  { messageId: id, action, diagnostic: reply }: Bounce,
): Promise<'taken' | 'unknown' | 'later'> {
  if (!UUID.test(id)) return 'unknown';
  return db.inTransaction(async (tx) => {
    const state = await stateToBounce(tx, id);
    if (state === undefined) return 'unknown';
    if (state === 'QUEUED') return 'later';
    if (action === 'delayed') await noteDelay(tx, { id, reply });
    if (action !== 'failed' && action !== 'delivered') return 'taken';
    const delivered = action === 'delivered';
    const ended = await endBounced(tx, { id, state: delivered ? 'DELIVERED' : 'REFUSED', reply });
    if (!ended) return 'taken';
    const { contentRef: ref, channel, lane } = ended;
    await ports.onProgress(tx, [
      { ...ended, ref, kind: delivered ? 'delivered' : 'refused', receipts: true, cost: 0 },
    ]);
    if (!delivered)
      await ports.onStuck(tx, {
        ...{
          ref,
          messageId: id,
          channel,
          lane,
          reason: 'refused',
          ofAddress: true,
          tried: [],
          routeLeft: false,
        },
      });
    return 'taken';
  });
}
