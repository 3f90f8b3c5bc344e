import { writeAudit } from '#platform/audit';
import type { Needs } from '../ports.ts';
import { SERVICES } from '../rules/services.ts';
import { insertIncident, insertStatement, openAbout } from '../store/incidents.ts';
import { disturbedAmong } from '../store/lanes.ts';
import type { Locale, Service } from '../types.ts';
import { closeIncident } from './close-incident.ts';
import { change, type Done, type Duty, refuse } from './on-duty.ts';

type Opening = {
  /** When it began: who was hit since then is told of its end. Null: now. */
  since: Date | null;
  title: Record<Locale, string>;
  /** Ids of lanes, where it is about some. */
  lanes: string[];
  /** Names people know, besides those of the lanes. */
  affects: string[];
  /** None: all that go by the channels of the lanes. */
  services: Service[];
  owner: string | undefined;
  cause: string | null;
  /** The first statement. */
  text: Record<Locale, string> | null;
};

/** Opens an incident that no lane told of, or before one does. */
export async function openByHand({ db, ports }: Needs, { by }: Duty, opening: Opening): Promise<Done> {
  const { lanes, services, text, ...rest } = opening;
  const known = await ports.lanes();
  const own = lanes.map((wanted) => known.find(({ id }) => id === wanted));
  const unknown = lanes.find((_, index) => !own[index]);
  if (unknown) {
    const listed = known.filter((lane) => lane.listed).map(({ id }) => id);
    return refuse(`There is no lane ${unknown}: ${listed.join(', ')}, or a mail domain that was judged.`);
  }
  return db.inTransaction(async (tx) => {
    const [open] = await openAbout(tx, lanes);
    if (open) return refuse(`An incident about this lane is open: ${open.id}.`);
    const { id, maintenanceId } = await insertIncident(tx, {
      ...rest,
      ...{ provider: null, lanes },
      affects: [...new Set([...own.flatMap((lane) => (lane ? [lane.name] : [])), ...rest.affects])],
      services: [
        ...new Set(
          services.length > 0 ? services : own.flatMap((lane) => (lane ? SERVICES[lane.channel] : [])),
        ),
      ],
    });
    if (text) await insertStatement(tx, id, { kind: 'STATEMENT', ...text, by });
    const detail = { lanes: lanes.join(' '), maintenanceId };
    await writeAudit(tx, {
      ...{ actor: `operator:${by}`, action: 'incident opened', subject: `incident:${id}`, detail },
    });
    return { ok: true, id };
  });
}

type Closing = { text: Record<Locale, string>; although: string | undefined };

/** Closes an incident. One whose lane is still measured as disturbed is not over (R53), unless somebody says why it is. */
export const closeByHand = (needs: Needs, duty: Duty, id: string, closing: Closing): Promise<Done> =>
  change(needs, duty, id, 'incident closed by hand', async (tx, incident) => {
    if (incident.until) return 'The incident is over already.';
    const [disturbed] = await disturbedAmong(tx, incident.lanes);
    if (disturbed && !closing.although)
      return `${disturbed.name} is still measured as disturbed: it closes by itself when delivery has been well for 15 minutes, or with --although and the reason.`;
    const { text, although } = closing;
    await closeIncident(tx, incident, {
      actor: `operator:${duty.by}`,
      by: duty.by,
      statement: text,
      although: disturbed && although,
    });
    return undefined;
  });
