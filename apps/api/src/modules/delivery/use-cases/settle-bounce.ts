import { type Bounce, type Report, reportFor } from '@sampai/carriers';
import type { Database, Tx } from '#platform/database';
import type { Policies } from '#platform/policy';
import type { Secrets } from '#platform/secrets';
import { makeDeliveryPolicy } from '../policy.ts';
import type { DeliveryPorts, Stuck } from '../ports.ts';
import { whomItStops } from '../rules/whom-it-stops.ts';
import { type Bounced, endBounced, lockToBounce, noteDelay } from '../store/bounces.ts';
import { countLanes, newsOf, sumNews } from '../store/lane-news.ts';
import { closeRoute } from '../store/routes.ts';
import { adjustPace } from './adjust-pace.ts';
import { ADDRESS_PLACE } from './hand-over.ts';
import { newsOfRefusals } from './hear-refusals.ts';

type Needs = {
  db: Database;
  policies: Policies;
  secrets: Secrets;
  ports: DeliveryPorts;
  routesLeft(lane: string, tried: string[]): boolean;
};

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Brings a report that came back by mail to its message, and to its lane as if the far server had said it to us. One that comes
 * before the relay's answer is written is asked for again; one for a message that has ended already (its code was entered, it was
 * reported before), or about a mailbox that is not its own (`reportFor`), is no news.
 */
export async function settleBounce(needs: Needs, bounce: Bounce): Promise<'taken' | 'unknown' | 'later'> {
  const { messageId: id, reports } = bounce;
  if (!UUID.test(id)) return 'unknown';
  const settled = await needs.db.inTransaction(async (tx) => {
    const message = await lockToBounce(tx, id);
    if (message === undefined) return 'unknown';
    if (message.state === 'QUEUED') return 'later';
    const report = reportFor(reports, needs.secrets.open(ADDRESS_PLACE, message.address));
    if (!report) return undefined;
    const { action, refusal, diagnostic: reply } = report;
    const ofRoute = isOfRoute(needs, refusal, message);
    // A relay that is stopped, and no other one left: nothing that goes there helps.
    const ofProvider = !ofRoute && (refusal?.scope === 'lane' || refusal?.signal === 'stop');
    if (action === 'delayed') {
      const stuck = ofProvider || ofRoute;
      const delayed = await noteDelay(tx, { id, reply, stuck });
      const reason = ofProvider ? 'provider-refusal' : 'no-progress';
      if (delayed && stuck && !delayed.wasStuck) await help(needs, tx, report, delayed, reason);
      return delayed && { report, bounced: { ...delayed, ofRoute } };
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
    if (!delivered) await help(needs, tx, report, ended, ofProvider ? 'provider-refusal' : 'refused');
    return { report, bounced: { ...ended, ofRoute } };
  });
  if (settled === 'unknown' || settled === 'later') return settled;
  if (settled) await count(needs, settled.report, settled.bounced);
  return 'taken';
}

/** Whether it is the relay that had taken it which is stopped, and not us: as if the far server had said so to us over that one. */
const isOfRoute = (
  { routesLeft }: Needs,
  refusal: Report['refusal'],
  { lane, route }: { lane: string; route: string | null },
): boolean =>
  refusal?.signal === 'stop' &&
  route !== null &&
  whomItStops(refusal.limit, routesLeft(lane, [route])) === 'route';

/** Its owner is asked what helps: where the whole provider refuses us, nothing that goes there. */
async function help(
  { ports, routesLeft }: Needs,
  tx: Tx,
  { refusal }: Report,
  { id, contentRef: ref, channel, lane, route, avoid }: Bounced,
  reason: Stuck['reason'],
): Promise<void> {
  const tried = route === null ? avoid : [...avoid, route];
  const ofAddress = refusal?.scope === 'recipient';
  const routeLeft = routesLeft(lane, tried);
  await ports.onStuck(tx, { ref, messageId: id, channel, lane, reason, ofAddress, tried, routeLeft });
}

/** The figures of its lane, and its pace where the provider refuses us; a relay that is refused is closed there. */
async function count(
  { db, policies }: Needs,
  { refusal }: Report,
  bounced: Bounced & { ofRoute: boolean },
): Promise<void> {
  const { id, lane, route, kind, reply, ofRoute } = bounced;
  const stops = Number(refusal?.signal === 'stop' && !ofRoute);
  const refused = Number(kind === 'REFUSED');
  const policy = makeDeliveryPolicy(policies);
  if (ofRoute && route !== null) {
    const { holdSeconds } = await policy.pace(lane);
    await closeRoute(db.read, { lane, route, why: reply ?? '', seconds: holdSeconds });
  }
  const itself = newsOf(lane, route ?? '', { stops, refused, returned: refused });
  await countLanes(db.read, sumNews([itself, ...(await newsOfRefusals(db.read, [bounced]))]), []);
  if (stops === 0) return;
  await adjustPace({ db, policy }, lane, { accepted: 0, slowDowns: 0, stops, stopped: [id] });
}
