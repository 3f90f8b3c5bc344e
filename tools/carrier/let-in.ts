import { existsSync } from 'node:fs';
import { type CarriersConfig, routeDigest } from '@sampai/carriers';
import { readReport, settingsOf } from '@sampai/carriers/certify';
import { readText } from '../lib/read-text.ts';
import { Refusal } from '../lib/refusal.ts';
import { makeUndo } from '../lib/undo.ts';
import { borrowDatabase } from '../stack/borrow.ts';
import { generateClient } from '../stack/build.ts';
import { migrate } from '../stack/migrations.ts';
import { readRoutes, routeNamed } from './routes.ts';

const WHY: Record<string, (route: string, days: number, missing: string[], needless: string[]) => string> = {
  OTHER_ROUTE: (route) => `The report is about another route than ${route}.`,
  CHANGED_ROUTE: (route) => `The route ${route} has been changed since the report: certify it again.`,
  NOT_PASSING: () => 'The report says that it fails: see what is required in it, and certify again.',
  NEEDLESS_WAIVER: (_, __, ___, needless) =>
    `The report misses nothing called ${needless.join(', ')}: only what it does not show can be waived.`,
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
  const config = readRoutes();
  const configured = routeNamed(config, name);
  if (!existsSync(file)) throw new Refusal(`There is no report at ${file}.`);
  const report = readReport(readText('The report', file));
  if (typeof report === 'string') throw new Refusal(report);
  const route = { name, lanes: configured.lanes, digest: routeDigest(configured, config.sender) };
  return withDatabase(async ({ delivery, needs }) => {
    const outcome = await delivery.letRouteIn(needs, { route, report, by, waivers });
    if (!outcome.ok)
      throw new Refusal(
        WHY[outcome.code]?.(name, outcome.reportDays, outcome.missing, outcome.needless) ?? outcome.code,
      );
    console.log(`${name} is let in by ${by}. Live: ${outcome.lanes.map(({ id }) => id).join(', ')}.`);
  });
}

export function withdraw(name: string, by: string): Promise<number> {
  const config = readRoutes();
  const { lanes } = routeNamed(config, name);
  const beside = config.routes.map((one) => ({ ...one, bundled: one.bundled ?? false }));
  return withDatabase(async ({ delivery, needs }) => {
    const closed = await delivery.takeRouteBack(needs, { route: { name, lanes }, by, beside });
    const which = closed.map(({ id }) => id).join(', ');
    console.log(
      `${name} is taken back by ${by}. No longer live: ${which || 'nothing, other routes serve it'}.`,
    );
  });
}

/** Every lane, who let the routes in, and which of them carry nothing, and why. */
export function list(): Promise<number> {
  return withDatabase(async ({ delivery, needs }) => {
    for (const { id, live, withdrawn } of await delivery.laneStates(needs.db.read))
      console.log(`${live ? '✓ live    ' : '– not live'}  ${id}${withdrawn ? ', taken back' : ''}`);
    const config = configIfAny();
    const known = await delivery.newestApprovals(needs.db.read);
    for (const one of known) {
      const { route, approvedBy, at, withdrawnBy, withdrawnAt, lanes, waivers } = one;
      const end = withdrawnAt ? `, taken back by ${withdrawnBy} on ${withdrawnAt.toISOString()}` : '';
      console.log(`${route} (${lanes.join(', ')}): let in by ${approvedBy} on ${at.toISOString()}${end}`);
      for (const [criterion, why] of Object.entries(waivers)) console.log(`    without ${criterion}: ${why}`);
      if (config && !withdrawnAt) for (const line of standing(config, one)) console.log(line);
    }
    for (const { name, lanes, bundled } of config?.routes ?? [])
      if (known.every(({ route }) => route !== name))
        console.log(
          `${name} (${lanes.join(', ')}): ${bundled ? 'bundled, needs no approval' : 'let in by nobody, carries nothing'}`,
        );
  });
}

/** What a route that was let in is now: the same, another one, or gone. */
function standing(
  { routes, sender }: CarriersConfig,
  { route, settings }: { route: string; settings: Record<string, string> },
): string[] {
  const configured = routes.find(({ name }) => name === route);
  if (!configured) return ['    in no configuration here'];
  if (configured.bundled) return [];
  const now = settingsOf(configured, sender);
  const names = [...new Set([...Object.keys(settings), ...Object.keys(now)])].toSorted();
  const changes = names
    .filter((name) => settings[name] !== now[name])
    .map((name) => `${name} ${settings[name] ?? '(usual)'} -> ${now[name] ?? '(usual)'}`);
  if (changes.length === 0) return [];
  return [
    `    ✗ carries nothing: edited since (${changes.join(', ')}). Certify and approve it again, or change it back.`,
  ];
}

function configIfAny(): CarriersConfig | undefined {
  try {
    return readRoutes();
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    console.log(`Not compared with what is configured: ${fault.message}`);
    return undefined;
  }
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
