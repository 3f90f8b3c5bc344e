import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { commandLineOf } from '../lib/process-info.ts';
import { Refusal } from '../lib/refusal.ts';

type Process = { pid: number; script: string };
type Record = { launcher: number; portal: string; processes: Process[] };

export type Owner = {
  /** Remembers a process that must not outlive this launcher. */
  note(process: Process): void;
  release(): void;
};

/**
 * Makes this process the only launcher of a data folder. Refuses while another one lives; ends what a killed one left
 * running, so that no old worker shares the database with a new one.
 */
export async function claim(dataDir: string, portal: string): Promise<Owner> {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'launcher.json');
  const former = read(file);
  if (former && former.launcher !== process.pid && isLauncher(former.launcher)) {
    throw new Refusal(
      `Sampai already runs from this folder, at ${former.portal} (process ${former.launcher}).`,
    );
  }
  await endLeftovers(dataDir);
  const record: Record = { launcher: process.pid, portal, processes: [] };
  const write = () => writeFileSync(file, JSON.stringify(record));
  write();
  return {
    note(noted) {
      record.processes.push(noted);
      write();
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** Frees ports and data of a launcher that was killed; one that lives is left alone, and refused later by `claim`. */
export async function endOrphans(dataDir: string): Promise<void> {
  const former = read(path.join(dataDir, 'launcher.json'));
  if (former && !isLauncher(former.launcher)) await endLeftovers(dataDir);
}

/** Ends the processes that a killed launcher of this folder left running. */
export async function endLeftovers(dataDir: string): Promise<void> {
  const former = read(path.join(dataDir, 'launcher.json'));
  await Promise.all((former?.processes ?? []).map(end));
}

function read(file: string): Record | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record;
  } catch {
    return undefined; // none, or cut short by the crash it was to tell of
  }
}

function isLauncher(pid: number): boolean {
  return commandLineOf(pid)?.includes('run.ts') === true;
}

async function end({ pid, script }: Process): Promise<void> {
  const ours = () => commandLineOf(pid)?.includes(script) === true;
  if (!ours()) return;
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; waited < 50 && ours(); waited += 1) await wait(100);
  if (ours()) process.kill(pid, 'SIGKILL');
}
