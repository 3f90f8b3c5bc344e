import { appNow, type Tx } from '#platform/database';
import type { Needs } from '../ports.ts';
import { judgeIncident, MANY } from '../rules/judge-incident.ts';
import { SERVICES } from '../rules/services.ts';
import {
  addLanes,
  continueIncident,
  insertIncident,
  newestAbout,
  noteQuiet,
  publishIncident,
} from '../store/incidents.ts';
import { lanesOf, lockProvider } from '../store/lanes.ts';
import type { Channel, LaneSeen } from '../types.ts';
import { kindOf } from '../words.ts';
import { inBoth, record, SYSTEM, say } from './by-itself.ts';
import { closeIncident } from './close-incident.ts';

/** Judges one provider's lanes, as they are known now, and does what follows. */
export async function attend(
  needs: Omit<Needs, 'db'>,
  tx: Tx,
  channel: Channel,
  name: string,
): Promise<void> {
  await lockProvider(tx, channel, name);
  const lanes = await lanesOf(tx, channel, name);
  const provider = `${channel} ${name}`;
  const ids = lanes.map(({ lane }) => lane);
  const known = await newestAbout(tx, provider, ids);
  const traffic =
    known && !known.until
      ? await needs.ports.trafficOf(
          tx,
          lanes.map(({ lane, wellSince: since }) => ({ lane, since })),
        )
      : [];
  const concernsMany =
    lanes.some(({ listed }) => listed) ||
    (known?.until === null && known.public) ||
    (lanes.some(({ health }) => health === 'RED' || health === 'CLOSED') &&
      (await needs.ports.isHitting(tx, ids, MANY)));
  const judged = judgeIncident({ lanes, incident: known, traffic, concernsMany }, await appNow(tx));
  switch (judged.verdict) {
    case 'nothing':
      return;
    case 'open':
      return open(needs, tx, provider, judged.lanes, concernsMany);
    case 'close':
      if (!known) return;
      needs.log.warn({ incident: known.id, provider }, 'incident closed');
      return closeIncident(tx, known, {
        ...SYSTEM,
        statement: inBoth((w) => w.recovered[channel](name, judged.wellSince)),
      });
    case 'publish':
      if (!known) return;
      await publishIncident(tx, known.id);
      return record(needs, tx, 'incident made public', known.id, { lanes: ids.join(' ') });
    case 'say-quiet':
      if (known) {
        await noteQuiet(tx, known.id, judged.since);
        await say(tx, known.id, (w) => w.quiet[channel](name, judged.since));
      }
      return;
    default:
      if (known) await takeIn(needs, tx, known.id, judged.verdict, judged.lanes);
  }
}

async function open(
  needs: Omit<Needs, 'db'>,
  tx: Tx,
  provider: string,
  lanes: readonly LaneSeen[],
  isPublic: boolean,
): Promise<void> {
  const [first] = lanes.toSorted((a, b) => a.since.getTime() - b.since.getTime());
  if (!first) return;
  const { channel, name, since, reason } = first;
  const { id, maintenanceId } = await insertIncident(tx, {
    title: inBoth((w) => w.title[channel][kindOf(reason)](name)),
    since,
    provider,
    lanes: lanes.map(({ lane }) => lane),
    affects: [name],
    services: SERVICES[channel],
    cause: reason,
    public: isPublic,
  });
  needs.metrics.incidentsOpened.inc({ provider: first.listed ? provider : `${channel} other`, reason });
  await say(tx, id, (w) => w.opened[channel](name));
  await record(needs, tx, 'incident opened', id, {
    lanes: lanes.map(({ lane }) => lane).join(' '),
    reason,
    maintenanceId,
  });
}

async function takeIn(
  needs: Omit<Needs, 'db'>,
  tx: Tx,
  id: string,
  verdict: 'reopen' | 'join',
  lanes: readonly LaneSeen[],
): Promise<void> {
  const [first] = lanes;
  if (!first) return;
  const names = [...new Set(lanes.map(({ name }) => name))];
  if (verdict === 'reopen') await continueIncident(tx, id);
  await addLanes(
    tx,
    id,
    lanes.map(({ lane }) => lane),
    names,
  );
  await say(tx, id, (w) =>
    verdict === 'reopen' ? w.again[first.channel](first.name) : w.joined(names.join(', ')),
  );
  await record(needs, tx, verdict === 'reopen' ? 'incident reopened' : 'incident grew', id, {
    lanes: lanes.map(({ lane }) => lane).join(' '),
    reason: first.reason,
  });
}
