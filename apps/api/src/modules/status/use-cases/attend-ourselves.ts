import { appNow, type Tx } from '#platform/database';
import type { Needs } from '../ports.ts';
import { judgeOurOwn } from '../rules/judge-our-own.ts';
import { SERVICES } from '../rules/services.ts';
import { continueIncident, insertIncident, newestAbout } from '../store/incidents.ts';
import { OURS } from '../types.ts';
import { inBoth, record, SYSTEM, say } from './by-itself.ts';
import { closeIncident } from './close-incident.ts';

/** Judges our own sending and does what follows: people are told that it is us before anybody blames a carrier. */
export async function attendOurselves(needs: Omit<Needs, 'db'>, tx: Tx): Promise<void> {
  const known = await newestAbout(tx, OURS, []);
  const judged = judgeOurOwn({ sending: await needs.ports.ourSending(), incident: known }, await appNow(tx));
  if (judged.verdict === 'nothing') return;
  const { since, verdict } = judged;
  if (verdict === 'open') return open(needs, tx, since);
  if (!known) return;
  if (verdict === 'close') {
    needs.log.warn({ incident: known.id, provider: OURS }, 'incident closed');
    return closeIncident(tx, known, { ...SYSTEM, statement: inBoth(({ ours }) => ours.recovered(since)) });
  }
  await continueIncident(tx, known.id);
  await say(tx, known.id, ({ ours }) => ours.again);
  await record(needs, tx, 'incident reopened', known.id, { reason: CAUSE });
}

const CAUSE = 'no-worker';
/** As people know them. */
const AFFECTS = ['SMS', 'email'];

async function open(needs: Omit<Needs, 'db'>, tx: Tx, since: Date): Promise<void> {
  const { id, maintenanceId } = await insertIncident(tx, {
    ...{ title: inBoth(({ ours }) => ours.title), since, provider: OURS, lanes: [] },
    affects: AFFECTS,
    services: [...new Set([...SERVICES.SMS, ...SERVICES.EMAIL])],
    cause: CAUSE,
  });
  needs.metrics.incidentsOpened.inc({ provider: OURS, reason: CAUSE });
  await say(tx, id, ({ ours }) => ours.opened);
  await record(needs, tx, 'incident opened', id, { reason: CAUSE, maintenanceId });
}
