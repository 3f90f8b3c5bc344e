import path from 'node:path';
import { must } from '../lib/exec.ts';
import { step } from '../lib/progress.ts';
import type { Undo } from '../lib/undo.ts';
import { buildWeb, generateClient } from './build.ts';
import { writeCarriersFile } from './carriers.ts';
import { openDatabase } from './database.ts';
import { type Intake, intakeOf } from './intake.ts';
import { mustFit } from './keys.ts';
import { isEmpty, migrate, migrateJobs } from './migrations.ts';
import { claim } from './owner.ts';
import { PROGRAMS, type Running, startProgram } from './processes.ts';
import { environment, type Settings } from './settings.ts';

/** A Sampai that serves. */
export type Stack = {
  settings: Settings;
  databaseUrl: string;
  processes: Running[];
  logDir: string;
  /** Where mail that comes back is taken in, or why it is not; undefined: none is sent. */
  intake: Intake | undefined;
};

export type StackOptions = {
  settings: Settings;
  /** Whether an empty database gets people with stories. */
  seed: boolean;
  /** How many more people besides, for whom no story is written. */
  morePeople?: number;
  /** Where to note what has to be stopped, from the moment it lives: a start may be broken off half-way. */
  undo: Undo;
  /** Added to the environment of every process. */
  env?: NodeJS.ProcessEnv;
};

/** Builds, migrates, seeds and starts everything, each step only where there is something to do. */
export async function startStack({
  settings,
  seed,
  morePeople = 0,
  undo,
  env,
}: StackOptions): Promise<Stack> {
  const owner = await claim(settings.dataDir, settings.origins.portal);
  undo.add(owner.release);
  const built = step('Building portal and desk', buildWeb);
  built.catch(() => {}); // told below, when nothing else is under way
  const prepared = await prepare(settings, seed ? morePeople : undefined, undo, env);
  await built;
  const logDir = path.join(settings.dataDir, 'logs');
  const programs = PROGRAMS.filter(({ name }) => !(settings.production && name === 'post-office'));
  const processes = programs.map((program) => {
    const running = startProgram(program, prepared.env, logDir);
    undo.add(running.stop);
    owner.note(running);
    return running;
  });
  await step(settings.production ? 'Starting worker and API' : 'Starting post office, worker and API', () =>
    Promise.all(processes.map(({ ready }) => ready)),
  );
  const { databaseUrl, intake } = prepared;
  return { settings, databaseUrl, processes, logDir, intake };
}

async function prepare(settings: Settings, more: number | undefined, undo: Undo, extra?: NodeJS.ProcessEnv) {
  const client = step('Generating the database client', generateClient);
  const [databaseUrl] = await Promise.all([openDatabase(settings, undo), client]);
  const carriersFile = settings.carriersFile ?? writeCarriersFile(settings);
  const env = { ...environment(settings, databaseUrl, carriersFile), ...extra };
  await step('Updating the database', () => migrate(databaseUrl));
  await migrateJobs(databaseUrl);
  await mustFit(databaseUrl, settings);
  if (more !== undefined && (await isEmpty(databaseUrl))) {
    const seed = ['prisma/seed.ts', '--people', String(more)];
    await step('Settling people with stories', () => must(process.execPath, seed, { env }));
  }
  return { databaseUrl, env, intake: intakeOf(carriersFile, settings.ports.BOUNCE_PORT) };
}
