import type { DeliveryReceipt } from '@sampai/carriers';
import type { Database } from '#platform/database';
import type { DeliveryPorts } from '../ports.ts';
import { applyReceipt, keepOrphan, lockReceipt, takeOrphans } from '../store/outcome.ts';

type Needs = { db: Database; ports: DeliveryPorts };
type Arrived = { route: string; receipt: DeliveryReceipt } | { route: string; early: string };

/**
 * Brings a receipt to its message. Receipts may come before the answer to the submission, twice, or for nobody: an early
 * one is kept and found again when the id it names is written; later ones change nothing.
 */
export async function settleReceipt({ db, ports }: Needs, arrived: Arrived): Promise<void> {
  const { route } = arrived;
  const ids = 'receipt' in arrived ? arrived.receipt.providerIds : [arrived.early];
  if (ids.length === 0) return;
  await db.inTransaction(async (tx) => {
    await lockReceipt(tx, route, ids);
    const state =
      'receipt' in arrived
        ? arrived.receipt.state
        : (await takeOrphans(tx, route, arrived.early)).find(isFinal);
    if (state === undefined || !isFinal(state)) return;
    const delivered = state === 'delivered';
    const ended = await applyReceipt(tx, { route, providerIds: ids, delivered, reply: state });
    if (ended)
      await ports.onProgress(tx, {
        ...ended,
        ref: ended.contentRef,
        kind: delivered ? 'delivered' : 'refused',
        receipts: true,
      });
    else if ('receipt' in arrived) await keepOrphan(tx, { route, providerIds: ids, state });
  });
}

const isFinal = (state: string): boolean =>
  ['delivered', 'undeliverable', 'expired', 'rejected'].includes(state);
