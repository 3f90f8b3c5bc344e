/** `npm start`: from a checkout to a served portal, and down again at Ctrl-C. */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { elapsed } from './lib/progress.ts';
import { explain, Refusal } from './lib/refusal.ts';
import { makeUndo } from './lib/undo.ts';
import { placeElsewhere, removePostgres } from './postgres/index.ts';
import { postgresDir } from './stack/database.ts';
import { startStack } from './stack/index.ts';
import { claim, endOrphans } from './stack/owner.ts';
import { DATA_DIR, settingsFrom } from './stack/settings.ts';
import { askedToStop, Stopped } from './start/signals.ts';
import { welcome } from './start/welcome.ts';
import { whoIsHere } from './start/who-is-here.ts';

export default async function start(args: string[]): Promise<number> {
  const { fresh } = readOptions(args);
  const undo = makeUndo();
  const stopping = askedToStop();
  try {
    if (fresh) await beginAnew();
    await endOrphans(DATA_DIR); // before ports are looked at: theirs are to be free
    const settings = await settingsFrom(process.env);
    const seed = !settings.production && (settings.databaseUrl === undefined || process.env.SEED === '1');
    const starting = startStack({ settings, seed, undo });
    const stack = await Promise.race([starting, stopping]);
    if (stack instanceof Stopped) return await stopAll(stack, undo.run);
    const elsewhere = settings.databaseUrl ? undefined : placeElsewhere(postgresDir(DATA_DIR));
    console.log(welcome(stack, await whoIsHere(stack), elapsed(), elsewhere));
    const end = await Promise.race([stopping, ...stack.processes.map(({ ended }) => ended)]);
    if (end instanceof Stopped) return await stopAll(end, undo.run);
    console.error(`\n${end}\nStopping the rest. Logs: ${stack.logDir}`);
    await undo.run();
    return 1;
  } catch (error) {
    console.error(explain(error) ?? error);
    await undo.run();
    return 1;
  }
}

function readOptions(args: string[]): { fresh: boolean } {
  try {
    const { values } = parseArgs({ args, options: { fresh: { type: 'boolean', default: false } } });
    return values;
  } catch {
    throw new Refusal('npm start knows one option: `npm start -- --fresh` forgets all data and begins anew.');
  }
}

/** Forgets the data of this checkout; never a database of the user's own. */
async function beginAnew(): Promise<void> {
  if (process.env.DATABASE_URL) {
    throw new Refusal('--fresh forgets the embedded database only: empty the one of DATABASE_URL yourself.');
  }
  await claim(DATA_DIR, '');
  await removePostgres(postgresDir(DATA_DIR));
  rmSync(DATA_DIR, { recursive: true, force: true });
}

async function stopAll({ why }: Stopped, run: () => Promise<void>): Promise<number> {
  console.log(`\nStopping (${why}) …`);
  await run();
  console.log('Stopped.');
  return 0;
}
