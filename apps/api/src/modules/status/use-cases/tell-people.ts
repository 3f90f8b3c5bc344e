import { appNow } from '#platform/database';
import { addJob } from '#platform/jobs';
import type { Needs } from '../ports.ts';
import { insertHits, lockTelling, markTold, untold } from '../store/hits.ts';
import { findIncident, lockIncident } from '../store/incidents.ts';
import { OURS } from '../types.ts';
import { words } from '../words.ts';
import { TELL } from './close-incident.ts';

/** People told in one transaction; the rest is another job's, so that receipts come in between. */
const AT_ONCE = 200;
/** A notice that could not be sent within this time says nothing new. */
const LIFE_MS = 24 * 3_600_000;
/** An incident begins when its lane is judged, by what people met within so long before. */
const JUDGED_BY_MS = 5 * 60_000;
const CONTENT_PREFIX = 'incident:';

type Telling = { incident: string; after: string; silently: boolean; upTo: Date | null };

/**
 * Tells the people whom an incident hit that it is over (R54), each once, in their language. Whoever cannot be written to
 * reads it on the status page. One that goes on again tells nobody; `silently`, they are only found. `upTo`: until when it hit
 * people, where that is not when it was called over.
 */
export async function tellPeople(
  { db, ports }: Needs,
  { incident, after, silently, upTo }: Telling,
): Promise<void> {
  await db.inTransaction(async (tx) => {
    await lockTelling(tx);
    const found = await lockIncident(tx, incident);
    if (!found?.until) return;
    if (after === '')
      await insertHits(
        tx,
        incident,
        await ports.hitBy(tx, {
          lanes: found.provider === OURS ? null : found.lanes,
          from: new Date(found.since.getTime() - JUDGED_BY_MS),
          to: upTo ?? found.until,
        }),
      );
    if (silently) return;
    const people = await untold(tx, incident, after, AT_ONCE);
    const expiresAt = new Date((await appNow(tx)).getTime() + LIFE_MS);
    const told: string[] = [];
    for (const person of people)
      if (await ports.notify(tx, { ...person, contentRef: CONTENT_PREFIX + incident, expiresAt }))
        told.push(person.subject);
    await markTold(tx, incident, told);
    const last = people.at(-1);
    if (last && people.length === AT_ONCE)
      await addJob(tx, TELL, { incident, after: last.subject }, `${TELL}:${incident}`);
  });
}

type Text = { subject: string; text: string };

/** What a notice says at the moment of sending: nothing where it has begun again. Null where the reference is not ours. */
export async function noticeContent(
  { db }: Needs,
  { ref, locale }: { ref: string; locale: 'id' | 'en' },
): Promise<Text | 'dead' | null> {
  if (!ref.startsWith(CONTENT_PREFIX)) return null;
  const found = await findIncident(db.read, ref.slice(CONTENT_PREFIX.length));
  if (!found?.until) return 'dead';
  const { subject, text } = words[locale].notice;
  return { subject, text: text(found.affects.join(', ')) };
}
