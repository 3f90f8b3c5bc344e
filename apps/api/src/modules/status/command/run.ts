import { appNow } from '#platform/database';
import type { Needs } from '../ports.ts';
import { dutyIncidents } from '../store/duty.ts';
import { comingWindows } from '../store/windows.ts';
import type { Done } from '../use-cases/on-duty.ts';
import { incidentCommand } from './incidents.ts';
import { listing } from './listing.ts';
import { maintenanceCommand } from './maintenance.ts';
import { type Given, Misunderstood, readCommand } from './read.ts';

/** Follows one command line of the operator. Answers what to print; throws Misunderstood with one sentence. */
export async function runStatusCommand(needs: Needs, args: readonly string[]): Promise<string> {
  const given = readCommand(args);
  if (given.name === 'list') return listing(needs);
  const done = await follow(needs, given);
  if (!done.ok) throw new Misunderstood(done.why);
  return `Done: ${done.id}`;
}

async function follow(needs: Needs, given: Given): Promise<Done> {
  const duty = { by: given.text('by') };
  const [ending = ''] = given.words;
  if (given.name === 'maintenance add') return maintenanceCommand(needs, duty, given, '');
  if (given.name.startsWith('maintenance'))
    return maintenanceCommand(
      needs,
      duty,
      given,
      theOne(await comingWindows(needs.db.read), ending, 'window'),
    );
  if (given.name === 'open') return incidentCommand(needs, duty, given, '', await appNow(needs.db.read));
  const id = theOne(await dutyIncidents(needs.db.read), ending, 'incident');
  return incidentCommand(needs, duty, given, id, await appNow(needs.db.read));
}

/** The one whose id ends so: an id is long, and its end tells it from the others. */
function theOne(all: { id: string }[], ending: string, what: string): string {
  const [first, ...more] = all.filter(({ id }) => ending.length >= 4 && id.endsWith(ending));
  if (!first)
    throw new Misunderstood(`There is no ${what} whose id ends with '${ending}' (npm run status -- list).`);
  if (more.length > 0)
    throw new Misunderstood(`More than one ${what} ends with '${ending}': give more of its id.`);
  return first.id;
}
