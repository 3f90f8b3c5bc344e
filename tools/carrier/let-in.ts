import { existsSync, readFileSync } from 'node:fs';
import { readReport, routeDigest } from '@sampai/carriers/certify';
import { Refusal } from '../lib/refusal.ts';
import { makeUndo } from '../lib/undo.ts';
import { borrowDatabase } from '../stack/borrow.ts';
import { generateClient } from '../stack/build.ts';
import { migrate } from '../stack/migrations.ts';
import { readRoutes, routeNamed } from './routes.ts';

const WHY: Record<string, (route: string, days: number, missing: string[]) => string> = {
  OTHER_ROUTE: (route) => `The report is about another route than ${route}.`,
  CHANGED_ROUTE: (route) => `The route ${route} has been changed since the report: certify it again.`,
  NOT_PASSING: () => 'The report does not pass: see what is required in it, and certify again.',
  NOT_SHOWN: (_, __, missing) =>
    `The report does not show ${missing.join(', ')}: certify so that it does, or say why not, --waive ${missing[0]}="<why>" each.`,
  FROM_THE_FUTURE: () => 'The report is from the future: look at the clocks.',
  TOO_OLD: (route, days) => `The report is older than ${days} days: certify ${route} again.`,
};

/** Makes a route's lanes live, by a passing report and in somebody's name. */
export async function approve(
  name: string,
  by: string,
  file: string,
  waivers: Record<string, string>,
): Promise<number> {
  const configured = routeNamed(readRoutes(), name);
  if (!existsSync(file)) throw new Refusal(`There is no report at ${file}.`);
  const report = readReport(readFileSync(file, 'utf8'));
  if (typeof report === 'string') throw new Refusal(report);
  const route = { name, lanes: configured.lanes, digest: routeDigest(configured) };
  return withDatabase(async ({ delivery, needs }) => {
    const outcome = await delivery.letRouteIn(needs, { route, report, by, waivers });
    if (!outcome.ok)
      throw new Refusal(WHY[outcome.code]?.(name, outcome.reportDays, outcome.missing) ?? outcome.code);
    console.log(`${name} is let in by ${by}. Live: ${outcome.lanes.map(({ id }) => id).join(', ')}.`);
  });
}

export function withdraw(name: string, by: string): Promise<number> {
  const { lanes } = routeNamed(readRoutes(), name);
  return withDatabase(async ({ delivery, needs }) => {
    const closed = await delivery.takeRouteBack(needs, { route: { name, lanes }, by });
    const which = closed.map(({ id }) => id).join(', ');
    console.log(
      `${name} is taken back by ${by}. No longer live: ${which || 'nothing, other routes serve it'}.`,
    );
  });
}

/** Every lane, and who let the routes in. */
export function list(): Promise<number> {
  return withDatabase(async ({ delivery, needs }) => {
    for (const { id, live } of await delivery.laneStates(needs.db.read))
      console.log(`${live ? '✓ live    ' : '– not live'}  ${id}`);
    for (const one of await delivery.newestApprovals(needs.db.read)) {
      const { route, approvedBy, at, withdrawnBy, withdrawnAt, lanes, waivers } = one;
      const end = withdrawnAt ? `, taken back by ${withdrawnBy} on ${withdrawnAt.toISOString()}` : '';
      console.log(`${route} (${lanes.join(', ')}): let in by ${approvedBy} on ${at.toISOString()}${end}`);
      for (const [criterion, why] of Object.entries(waivers)) console.log(`    without ${criterion}: ${why}`);
    }
  });
}

/** The delivery module on the database of `npm start` or DATABASE_URL; loaded late, since its client may yet be made. */
async function openDelivery(databaseUrl: string) {
  const [delivery, { openDatabase }, { makePolicies }] = await Promise.all([
    import('@sampai/api/modules/delivery/index'),
    import('@sampai/api/platform/database'),
    import('@sampai/api/platform/policy'),
  ]);
  const db = openDatabase(databaseUrl, 2);
  return { delivery, needs: { db, policies: makePolicies(db.aside) } };
}

async function withDatabase(
  work: (opened: Awaited<ReturnType<typeof openDelivery>>) => Promise<void>,
): Promise<number> {
  const undo = makeUndo();
  try {
    const { databaseUrl } = await borrowDatabase(undo);
    await generateClient();
    await migrate(databaseUrl);
    const opened = await openDelivery(databaseUrl);
    undo.add(opened.needs.db.close);
    await work(opened);
    return 0;
  } finally {
    await undo.run();
  }
}
