/** `node tools/run.ts <command> ...`: where bootstrap.mjs hands over. One file per command, loaded when asked for. */
import { fail, Refusal } from './lib/refusal.ts';

/** A command: takes its arguments, returns the exit code. */
type Command = (args: string[]) => Promise<number>;

const COMMANDS: Record<string, () => Promise<{ default: Command }>> = {
  start: () => import('./start.ts'),
  unit: () => import('./unit.ts'),
  test: () => import('./test.ts'),
  e2e: () => import('./e2e.ts'),
  bench: () => import('./bench.ts'),
  replay: () => import('./replay.ts'),
  check: () => import('./check.ts'),
  format: () => import('./format.ts'),
  codegen: () => import('./codegen.ts'),
  prisma: () => import('./prisma.ts'),
  seed: () => import('./seed.ts'),
  carrier: () => import('./carrier.ts'),
  mail: () => import('./mail.ts'),
  status: () => import('./status.ts'),
  sms: () => import('./sms.ts'),
};

// The tools we call are to do their work, not to call home: no telemetry, no look for updates.
Object.assign(process.env, { DO_NOT_TRACK: '1', TURBO_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' });

const [name = '', ...args] = process.argv.slice(2);

async function main(): Promise<number> {
  const command = COMMANDS[name];
  if (!command) throw new Refusal(`There is no command ${name}: ${Object.keys(COMMANDS).join(', ')}.`);
  return (await command()).default(args);
}

// A terminal that was closed must not keep us from stopping what we started.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

// At once: what was left running at a Ctrl-C in the middle of something must not hold the terminal.
main().then((code) => process.exit(code), fail);
