import type { Needs } from '../ports.ts';
import { caseOf, type DutyIncident, dutyIncidents } from '../store/duty.ts';
import { comingWindows } from '../store/windows.ts';
import { OURS } from '../types.ts';
import { momentInWib } from '../wib.ts';

/** Incidents of the last 30 days with their provider cases, and the windows to come. */
export async function listing({ db }: Needs): Promise<string> {
  const incidents = await dutyIncidents(db.read);
  const parts: string[] = [];
  for (const incident of incidents) {
    const log = await caseOf(db.read, incident.id);
    parts.push(
      [
        ...about(incident),
        ...log.map(
          ({ at, provider, step, note, by }) =>
            `    ${momentInWib(at)}  ${provider}, ${step.toLowerCase()}: ${note} (${by})`,
        ),
      ].join('\n'),
    );
  }
  const windows = await comingWindows(db.read);
  return [
    parts.length === 0 ? 'No incident within 30 days.' : parts.join('\n\n'),
    windows.length === 0
      ? 'No maintenance is planned.'
      : windows
          .map(
            ({ id, titleEn, from, to, urgent }) =>
              `maintenance ${id}  ${titleEn}${urgent ? ' (urgent)' : ''}\n    ${momentInWib(from)} to ${momentInWib(to)}`,
          )
          .join('\n'),
  ].join('\n\n');
}

function about(incident: DutyIncident): string[] {
  const { id, titleEn, since, until, owner, estimate, cause, lanes, hits, told, provider } = incident;
  const state = until ? `over since ${momentInWib(until)}` : 'open';
  const expected = estimate && !until ? expectation(estimate, incident.overdue) : '';
  const owed = incident.noticeOwed ? '; the others hear of it when its lanes are in order' : '';
  return [
    `incident ${id}  ${titleEn}`,
    `    ${state}${expected}; since ${momentInWib(since)}; ${provider ? 'by itself' : 'by hand'}; ${incident.public ? '' : 'not public; '}${owner}`,
    ...(cause || lanes.length > 0 ? [`    ${[cause, lanes.join(' ')].filter(Boolean).join('; ')}`] : []),
    ...(until && (lanes.length > 0 || provider === OURS)
      ? [`    hit ${hits} people, told ${told}${owed}`]
      : []),
    ...(incident.maintenanceId ? [`    within three days of maintenance ${incident.maintenanceId}`] : []),
  ];
}

/** What was expected before it was over is expected no more, nor is what has passed. */
const expectation = (estimate: Date, overdue: boolean): string =>
  overdue
    ? `, was expected over ${momentInWib(estimate)} and goes on`
    : `, expected over ${momentInWib(estimate)}`;
