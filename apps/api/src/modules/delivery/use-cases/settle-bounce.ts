import type { Bounce } from '@sampai/carriers';
import type { Database, Tx } from '#platform/database';
import type { Policies } from '#platform/policy';
import { makeDeliveryPolicy } from '../policy.ts';
import type { DeliveryPorts } from '../ports.ts';
import { type Bounced, endBounced, noteDelay, stateToBounce } from '../store/bounces.ts';
import { countLanes, newsOf, sumNews } from '../store/lane-news.ts';
import { adjustPace } from './adjust-pace.ts';
import { newsOfRefusals } from './hear-refusals.ts';

type Needs = {
  db: Database;
  policies: Policies;
  ports: DeliveryPorts;
  routesLeft(lane: string, tried: string[]): boolean;
};

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Brings a report that came back by mail to its message, and to its lane as if the far server had said it to us. One that comes
 * before the relay's answer is written is asked for again; one for a message that has ended already (its code was entered, it was
 * reported before) is no news.
 */
export async function settleBounce(needs: Needs, bounce: Bounce): Promise<'taken' | 'unknown' | 'later'> {
  const { messageId: id } = bounce;
  if (!UUID.test(id)) return 'unknown';
  const settled = await needs.db.inTransaction(async (tx) => {
    const state = await stateToBounce(tx, id);
    if (state === undefined) return 'unknown';
    if (state === 'QUEUED') return 'later';
    const { action, refusal, diagnostic: reply } = bounce;
    const ofProvider = refusal?.scope === 'lane';
    if (action === 'delayed') {
      const delayed = await noteDelay(tx, { id, reply, stuck: ofProvider });
      if (delayed && ofProvider && !delayed.wasStuck) await help(needs, tx, bounce, delayed);
      return delayed;
    }
    if (action !== 'failed' && action !== 'delivered') return undefined;
    const delivered = action === 'delivered';
    const about = ofProvider ? 'PROVIDER' : refusal?.scope === 'recipient' ? 'ADDRESS' : 'MESSAGE';
    const ended = await endBounced(tx, {
      ...{ id, reply, state: delivered ? 'DELIVERED' : 'REFUSED', refusal: delivered ? null : about },
    });
    if (!ended) return undefined;
    const { contentRef: ref, channel, lane, at } = ended;
    const kind = delivered ? 'delivered' : 'refused';
    await needs.ports.onProgress(tx, [{ ref, kind, channel, lane, at, receipts: true, cost: 0 }]);
    if (!delivered) await help(needs, tx, bounce, ended);
    return ended;
  });
  if (settled === 'unknown' || settled === 'later') return settled;
  if (settled) await count(needs, bounce, settled);
  return 'taken';
}

/** Its owner is asked what helps: where the whole provider refuses us, nothing that goes there. */
async function help(
  { ports, routesLeft }: Needs,
  tx: Tx,
  { refusal }: Bounce,
  { id, contentRef: ref, channel, lane, route }: Bounced,
): Promise<void> {
  const tried = route === null ? [] : [route];
  const reason = refusal?.scope === 'lane' ? 'provider-refusal' : 'refused';
  const ofAddress = refusal?.scope === 'recipient';
  const routeLeft = routesLeft(lane, tried);
  await ports.onStuck(tx, { ref, messageId: id, channel, lane, reason, ofAddress, tried, routeLeft });
}

/** The figures of its lane, and its pace where the provider refuses us. */
async function count({ db, policies }: Needs, { refusal }: Bounce, bounced: Bounced): Promise<void> {
  const { id, lane, kind } = bounced;
  const stops = Number(refusal?.signal === 'stop');
  const refused = Number(kind === 'REFUSED');
  const itself = newsOf(lane, bounced.route ?? '', { stops, refused, returned: refused });
  await countLanes(db.read, sumNews([itself, ...(await newsOfRefusals(db.read, [bounced]))]), []);
  if (stops === 0) return;
  const policy = makeDeliveryPolicy(policies);
  await adjustPace({ db, policy }, lane, { accepted: 0, slowDowns: 0, stops, stopped: [id] });
}
